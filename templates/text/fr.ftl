# Textes en français. Chaque fichier de langue a les mêmes clés avec les mêmes valeurs entre accolades.
# `$has-x` vaut `yes` là où le texte `$x` existe et `no` là où il est vide.
# Devant : ; ? ! et % se trouve une espace fine insécable (U+202F), entre guillemets des espaces insécables (U+00A0).

### Listes, nombres, petits mots

list-comma = {", "}
list-semicolon = {" ; "}
list-and = { $first } et { $last }
list-or = { $first } ou { $last }
list-or-else = { $first }, ou bien { $last }
percent = { $number } %
word-yes = Oui
word-no = Non
word-met = remplie
word-not-met = non remplie
page = Page { $page } sur { $pages }
cells-and-more = { $cells } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }
footer = { $tool } · Règles { $rules }, édition { $edition } · Situation au { $date }

severity-error = Erreur
severity-warning = Avertissement
severity-info = Remarque

tier-gold = Or
tier-silver = Argent
tier-none = Aucun niveau

market-developed = Marché développé
market-developing = Marché en développement
market-none = Marché inconnu

role-usage = Utilisation par les clients
role-roster = Liste des certifications
role-partners = Référentiel des partenaires
role-none = Non utilisée
role-unread = Illisible

# Ce qui se lit à la place d’un nom appartenant à un autre partenaire.
alias-file = Source { $number }
alias-sheet = Feuille { $number }
alias-partner = Autre partenaire
alias-text = …

metric-entitlements = Droits actifs
metric-people = Personnes certifiées
amount-entitlements = { $count ->
        [one] { $count } droit actif
       *[other] { $count } droits actifs
    }
amount-people = { $count ->
        [one] { $count } personne certifiée
       *[other] { $count } personnes certifiées
    }

# Mots des règles qui ont une forme propre en français ; les autres viennent des listes de mots.
exam = Examen { $number }
exams = Examens { $numbers }
# Dans une phrase.
exam-named = l’examen { $number }
exams-named = les examens { $numbers }
# En tête de phrase, et après le verbe qui le dit réussi.
exam-missing = Examen { $number }
exams-missing = Examens { $numbers }
exam-passed = l’examen { $number }
label-delegated-administrator = administrateur délégué
label-transacting-partner = partenaire de transactions
label-digital-partner-of-record = partenaire de référence numérique
label-fast-track-partner = partenaire Fast Track
label-skype-for-business = Skype Entreprise

field-partner-id = identifiant du partenaire
field-partner-name = nom du partenaire
field-partner-country = pays du partenaire
field-partner-market = marché du partenaire
field-country = pays
field-market = marché
field-customer-id = identifiant du client
field-customer-name = nom du client
field-customer-country = pays du client
field-workload = charge de travail
field-sku = SKU
field-product = produit
field-trial = version d’évaluation
field-association = association
field-active-users = utilisateurs actifs
field-month = mois
field-person-id = ID MCP
field-person-name = nom de la personne
field-first-name = prénom
field-last-name = nom de famille
field-email = e‑mail
field-credential = examen ou certification
field-credential-type = type de qualification
field-status = statut
field-achieved = date d’obtention
field-expires = date d’expiration
field-language = langue
field-contact-email = e‑mail de contact
field-tier = niveau
field-anniversary = date anniversaire
field-known = colonne connue

### Pourquoi une ligne ne compte pas

usage-reason-unreadable = Illisible{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }
    .title = Illisible
    .remedy = Corrigez dans l’export les cellules indiquées sous « Constats sur les données », puis relancez la revue. D’ici là, ces lignes n’apportent rien.
usage-reason-workload-not-eligible = Charge de travail qui ne compte pas{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }
    .title = Charge de travail qui ne compte pas
    .remedy = Seuls comptent les utilisateurs actifs des charges de travail énumérées dans les règles. Il n’y a rien à faire, sauf si une charge de travail est mal orthographiée.
usage-reason-trial = Référence d’évaluation{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }
    .title = Référence d’évaluation
    .remedy = Ces utilisateurs compteront dès que le client aura converti la version d’évaluation en abonnement payant.
usage-reason-no-qualifying-association = Aucune association admise
    .title = Aucune association admise
    .remedy = Les utilisateurs du mois de référence qui ne sont pas déjà retenus compteront dès que le client aura associé le partenaire de l’une des façons admises par les règles.
usage-reason-outside-reference-month = Autre mois{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }
    .title = Hors du mois de référence
    .remedy = Seul compte le mois de référence. Il n’y a rien à faire, sauf si un mois est erroné.
usage-reason-duplicate = Doublon{ $has-detail ->
        [yes]  : voir { $detail }
       *[no] {""}
    }
    .title = Doublon
    .remedy = Le client, la charge de travail, le SKU et le mois sont ceux d’une ligne déjà retenue. Il n’y a rien à faire.
not-counted-conflict =
    .title = Doublon avec un autre nombre
    .remedy = Le même client, la même charge de travail, le même SKU et le même mois sont déjà retenus avec le plus petit nombre. Déterminez quel nombre est exact et supprimez l’autre ligne.

roster-reason-unreadable = Illisible
roster-reason-not-required = Non demandé par ces règles
roster-reason-not-passed = Non réussi
roster-reason-after-as-of = Obtenu après la date de référence{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }
roster-reason-expired = Expiré{ $has-detail ->
        [yes] {" "}le { $detail }
       *[no] {""}
    }
roster-reason-no-proof = Ni statut ni date
roster-reason-duplicate = Déjà retenu pour cette personne

### Colonnes

column-active-users = Utilisateurs actifs
column-actual = Retenu
column-change = Depuis la revue précédente
column-code = Code
column-could-be = Possible
column-counted = Retenu
column-counts = Compte
column-customer = Client
column-email = E-mail
column-entitlements = Droits
column-file = Fichier
column-help = Que faire
column-mcp-id = ID MCP
column-message = Constat
column-next-tier = Niveau suivant
column-partner = Partenaire
column-person = Nom
column-place = Emplacement
column-problems = Problèmes de données
column-reason = Motif
column-remark = Observation
column-required = Requis
column-requirement = Exigence
column-risk = Risque
column-role = Utilisée comme
column-rows = Lignes
column-severity = Gravité
column-sha256 = SHA-256
column-sheet = Feuille
column-shortfall = Écart
column-sku = SKU
column-source = Source
column-status = Statut
column-tier = Niveau
column-total = Total
column-value = Valeur
column-verdict = Résultat
column-workload = Charge de travail

fact-anniversary = Date anniversaire
fact-as-of = Date de référence
fact-country = Pays
fact-current-tier = Niveau enregistré
fact-edition = Édition des règles
fact-inputs = Fichiers source
fact-market = Marché
fact-month = Mois de référence
fact-previous = Revue précédente
fact-partner-id = ID MPN
fact-partners = Partenaires

### Le rapport d’un partenaire

pdf-more-rows = { $count ->
        [one] { $count } ligne de plus n’est pas affichée ici ; le classeur les contient toutes.
       *[other] { $count } lignes de plus ne sont pas affichées ici ; le classeur les contient toutes.
    }
report-title = Analyse des écarts – { $name }
summary-title = Synthèse
status-title = Situation du partenaire
status-highest = { $name } remplit toutes les exigences du niveau { $tier }.
status-held = { $lost ->
        [yes] { $name } remplit les exigences du niveau { $tier }, mais plus celles du niveau { $target }. Il manque : { $missing }.
       *[no] { $name } remplit les exigences du niveau { $tier }. Pour le niveau { $target }, il manque encore : { $missing }.
    }
status-none = { $lost ->
        [yes] { $name } ne remplit plus les exigences du niveau { $target }. Il manque : { $missing }.
       *[no] { $name } ne remplit pas encore les exigences du niveau { $target }. Il manque encore : { $missing }.
    }
status-could-be = Si tous les problèmes de données en suspens étaient réglés en faveur du partenaire, le niveau { $tier } serait possible.
status-could-be-where = Voir « Constats sur les données ».

risk-title = À risque
risk-title-lost = Niveau perdu
risk-short-record = Enregistré : { $tier }
risk-thin-margin = { $spare ->
        [0] Exactement au seuil de { $required } droits actifs : aucune marge.
        [one] Seulement { $spare } droit actif au-dessus du seuil de { $required }.
       *[other] Seulement { $spare } droits actifs au-dessus du seuil de { $required }.
    }
risk-expiring = Le niveau repose sur une qualification qui expire le { $date } : { $credential } ({ $person }).
risk-tier-dropped = { $move ->
        [lost] Le niveau { $from } a été perdu depuis la revue précédente.
       *[other] Le niveau a baissé depuis la revue précédente (avant : { $from } ; maintenant : { $to }).
    }
risk-entitlements-dropped = Les droits actifs ont baissé de { $from } à { $to } depuis la revue précédente.
risk-people-dropped = Le nombre de personnes certifiées a baissé de { $from } à { $to } depuis la revue précédente.
risk-short-expiring = { $credential } ({ $person }) expire le { $date }.

change-new = Absent de la revue précédente{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-nothing = Aucun changement depuis le { $date }.
change-tier = { $move ->
        [lost] Niveau { $from } perdu depuis le { $date }.
        [gained] Niveau { $to } atteint depuis le { $date }.
       *[other] Niveau modifié depuis le { $date } (avant : { $from } ; maintenant : { $to }).
    }
change-entitlements = Droits actifs depuis le { $date } : en { $direction ->
        [up] hausse
       *[down] baisse
    }, de { $from } à { $to }.
change-people = Personnes certifiées depuis le { $date } : de { $from } à { $to }.
change-short-new = Nouveau dans cette revue.
change-short-nothing = Aucun changement.
change-short-tier = { $move ->
        [lost] Niveau { $from } perdu.
        [gained] Niveau { $to } atteint.
       *[other] Niveau : avant { $from }, maintenant { $to }.
    }
change-short-entitlements = Droits actifs en { $direction ->
        [up] hausse
       *[down] baisse
    }, de { $from } à { $to }.
change-short-people = Personnes certifiées en { $direction ->
        [up] hausse
       *[down] baisse
    }, de { $from } à { $to }.

# Ce qui a changé depuis la revue précédente : une feuille et une section. Le titre est un nom de feuille : 31 caractères au plus.
changes-title = Ce qui a changé
changes-intro = Comparaison avec la revue au { $date }.{ $named ->
        [yes] {""}
       *[no] {" "}Cette revue ne nomme pas ses clients : seuls les chiffres peuvent être comparés.
    }
changes-customers-title = Clients
changes-people-title = Personnes
changes-gained = gagné
changes-lost = perdu
changes-grown = en hausse
changes-customers-total = Total de ces variations
changes-shrunk = en baisse
changes-counts = compte désormais
changes-counts-no-more = ne compte plus
changes-left-roster = ne compte plus, absente de la liste
column-figure = Donnée
column-then = Avant
column-now = Maintenant
column-difference = Variation
column-happened = Ce qui s’est passé

gauge-all-met = Tous les seuils sont atteints
gauge-line = { $label } : { $verdict }
gauge-met = Seuil du niveau { $tier } atteint
gauge-short = { $shortfall ->
        [one] Il en manque { $shortfall }
       *[other] Il en manque { $shortfall }
    } pour le niveau { $tier }
gauge-line-all-met = { $label } : tous les seuils sont atteints
gauge-line-met = { $label } : seuil du niveau { $tier } atteint
gauge-line-short = { $label } : il en manque { $shortfall } pour le niveau { $tier }

requirements-title = Exigences
requirements-live = Toute modification d’une cellule d’utilisateurs actifs ou de la mention « Retenu » dans la feuille « Utilisation », ou d’une qualification dans la feuille « Personnes », se répercute sur ces chiffres, sur le niveau et sur les graphiques. Les phrases et les autres feuilles décrivent les données telles qu’elles ont été lues.
requirements-market-unknown = Le marché de ce partenaire n’est pas connu : les seuils les plus élevés s’appliquent.
requirements-mixed = { $tier } : { $people ->
        [one] { $people } personne se qualifie
       *[other] { $people } personnes se qualifient
    } par l’une ou l’autre voie ; l’exigence en demande { $required }. Les règles comptent chaque voie séparément : ce décompte mixte ne remplit donc pas l’exigence.

plan-step = Étape { $number }
column-step = Plan
plan-title = Plan pour le niveau { $tier }
plan-title-none = Plan
plan-intro = Ces étapes mènent au niveau { $tier } ; pour chaque exigence, la plus facile vient en premier.
plan-no-steps = Aucune autre étape n’est nécessaire pour le niveau { $tier }.
plan-highest = { $tier } est le niveau le plus élevé : aucune étape n’est nécessaire.
plan-highest-at-risk = { $tier } est le niveau le plus élevé. Voyez ce qui le met en danger.
plan-outcome = Une fois toutes les étapes accomplies, le niveau { $tier } est atteint.
plan-outcome-none = Même une fois toutes les étapes accomplies, aucun niveau n’est encore atteint.
plan-associate = Vous faire associer par { $customer } en tant que { $associations }
plan-convert = Aider { $customer } à convertir ses versions d’évaluation en abonnements payants
plan-grow = Gagner { $count ->
        [one] { $count } utilisateur actif
       *[other] { $count } utilisateurs actifs
    } de plus sur { $workloads } chez les clients associés
plan-exam = { $person } : réussir { $credential }{ $has-others ->
        [yes] {" "}(ou bien { $others }, à qui il ne manque également qu’un seul examen)
       *[no] {""}
    }
plan-certify = { $count ->
        [one] Qualifier une personne de plus :
       *[other] Qualifier { $count } personnes de plus, chacune par
    } { $credentials }{ $has-others ->
        [yes] , ou bien { $others }
       *[no] {""}
    }
effect = +{ $amount }
effect-later = compte avec une étape ultérieure

usage-title = Utilisation
usage-columns = { $count ->
        [one] Colonne { $first } telle que dans le fichier source ; les colonnes suivantes disent comment chaque ligne a été évaluée.
       *[other] Colonnes { $first } à { $last } telles que dans le fichier source ; les colonnes suivantes disent comment chaque ligne a été évaluée.
    }
customers-title = Clients retenus
customers-intro = { $customers ->
        [one] { $customers } client compte
       *[other] { $customers } clients comptent
    }, avec { $entitlements } droits actifs en { $month }.
customer-unnamed = Client non nommé
by-workload-title = Droits actifs par charge de travail
not-counted-title = Ce qui n’a pas été retenu
# Nom d’une feuille : 31 caractères au plus.
not-counted-sheet = Non retenu
not-counted-group = { $reason } – { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }{ $known ->
        [yes] , { $users ->
            [one] { $users } utilisateur actif
           *[other] { $users } utilisateurs actifs
        }
       *[no] {""}
    }

people-title = Personnes
people-intro = Est retenue toute personne qui a obtenu à elle seule { $ways }. Dans la liste : { $people } ; retenues : { $counted }.
people-none = Les fichiers source ne nomment aucune personne pour ce partenaire.
path-column = Voie : { $path }
path-column-note = 1 : la personne détient tout ce qu’il faut. 0 : il manque quelque chose.
person-missing = { $credentials } : à obtenir.
person-expires = { $credential } expire le { $date }.
person-unreadable = { $credential } : « { $value } » est illisible (attendu : { $field }).
person-unreadable-credential = « { $value } » ne se lit pas comme un examen ou une certification.

findings-title = Constats sur les données
findings-none = Aucun problème n’a été constaté dans les données.
findings-intro = Erreurs : { $errors }. Avertissements : { $warnings }. Remarques : { $infos }. Ces constats portent sur les données, non sur les règles ; corrigez les données à la source, puis relancez la revue.
finding-repeated = { $message } { $times ->
        [2] Deux occurrences.
       *[other] { $times } occurrences.
    }
finding-more-like-it = { $message } { $more ->
        [one] Et un autre cas semblable.
       *[other] Et { $more } autres cas semblables.
    }

sources-title = Sources

### Méthode de calcul

method-title = Méthode de calcul
method-entitlements = Un droit actif est un utilisateur actif d’un client sur une charge de travail. Une personne active sur deux charges de travail compte deux fois.
method-workloads = Sont additionnées les charges de travail { $workloads } ; les autres ne comptent pas.
method-trials = Les références d’évaluation ne comptent pas.
method-trials-count = Les références d’évaluation comptent comme les références payantes.
method-associations = Un client compte si le partenaire lui est associé en tant que { $associations }{ $count ->
        [one] .
       *[other]  ; une seule de ces associations suffit.
    }
method-duplicates = Les lignes identiques par le client, la charge de travail, le SKU et le mois ne comptent qu’une fois. Si elles ne diffèrent que par le nombre, le plus petit est retenu.
method-people = Est retenue toute personne qui a obtenu à elle seule { $ways }. Les examens de personnes différentes ne s’additionnent pas.
method-paths-apart = Chacune de ces voies est comptée séparément ; le nombre le plus élevé est déterminant.
method-paths-combined = Les personnes de toutes ces voies s’additionnent.
method-tier = Le niveau { $tier } exige { $entitlements }, ainsi que { $people }.
threshold-by-market = { $developed } sur un marché développé ({ $developing } sur un marché en développement)
method-risk = Un niveau est considéré comme à risque si la marge est inférieure à { $percent } ou s’il repose sur une qualification qui expire dans un délai de { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }. Il l’est aussi à chaque baisse du niveau, des droits ou des personnes depuis la revue précédente.
method-dates = Seule compte l’utilisation en { $month }. Les personnes sont évaluées au { $date }.
method-market-sheet = { $market }, selon le référentiel des partenaires. Les seuils correspondants ont été appliqués.
method-market-usage = { $market }, selon la colonne du marché dans les données d’utilisation. Les seuils correspondants ont été appliqués.
method-market-country = { $market }, d’après le pays du partenaire ({ $country }). { $has-list ->
        [yes] Liste des pays : { $list }.
       *[no] La liste des pays n’est pas celle de Microsoft, qui n’est pas publique.
    }
method-market-contradictory = Les fichiers source se contredisent sur le marché du partenaire. Les seuils les plus élevés ont été appliqués.
method-market-unknown = Les fichiers source n’indiquent pas le marché du partenaire. Les seuils les plus élevés ont été appliqués.
method-market-portfolio = Le marché est celui du partenaire lui-même : d’après le référentiel des partenaires, sinon d’après les données d’utilisation, sinon d’après son pays. { $has-list ->
        [yes] Liste des pays : { $list }.
       *[no] La liste des pays n’est pas celle de Microsoft, qui n’est pas publique.
    } Si le marché est inconnu, les seuils les plus élevés s’appliquent.
method-privacy = Lorsque le nom d’un fichier ou d’une feuille renseigne sur un autre partenaire, ses clients ou son personnel, ou qu’une colonne libre nomme un autre partenaire, le rapport d’un partenaire affiche à la place un mot neutre.
method-source = Règles : { $competency }, { $option }, édition { $edition } ({ $id }). Publiées à l’adresse : { $source }

### Le portefeuille de l’évaluateur

portfolio-title = Revue des partenaires – { $month }
portfolio-name = Tous les partenaires
portfolio-headline = { $partners ->
        [one] { $partners } partenaire évalué
       *[other] { $partners } partenaires évalués
    } : { $tiers }. À risque : { $risk }.
total-of-tier = { $count } au niveau { $tier }
total-of-none = { $count } sans niveau
totals-title = Partenaires par niveau
panel-more = { $count ->
        [one] Et { $count } autre.
       *[other] Et { $count } autres.
    }
# La page pour la réunion : des listes courtes.
markets-title = Partenaires par marché
panel-risk = À risque
panel-movers = Changements depuis la revue précédente
panel-closest = Les plus proches du niveau suivant
panel-could-be = Peuvent monter une fois les données clarifiées
panel-could-be-line = { $tier } établi, { $better } possible
panel-problems = Problèmes de données par fichier
panel-errors = { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
panel-warnings = { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }

partners-title = Partenaires
distance = { $tier } : { $count ->
        [one] il manque { $missing }
       *[other] il manque { $missing }
    }
distance-highest = Niveau le plus élevé atteint

### Le portefeuille en page pour le navigateur

page-skip = Aller aux partenaires
page-dark = Couleurs sombres
page-light = Couleurs claires
page-filters = Rechercher, filtrer et trier
page-search = Recherche
page-search-hint = Nom, ID, pays …
page-all = Tous
page-not-at-risk = Pas à risque
page-sort = Trier par
page-order = Niveau le plus élevé d’abord
page-ascending = Croissant
page-descending = Décroissant
page-reset = Tout afficher
# `{ $shown }` est inséré plus tard et ne dépasse pas `$all`.
page-shown = { $all ->
        [one] { $shown } partenaire sur { $all }
       *[other] { $shown } partenaires sur { $all }
    }
page-nothing = Aucun partenaire ne correspond à la recherche et aux filtres.
page-reports = Rapports

### La copie d’un fichier source pour l’évaluateur

annotated-title = { $file } – avec les résultats
annotated-summary = Constats sur les données
verdict-counted = Retenue
verdict-not-counted = Non retenue
verdict-partly = Retenue en partie
verdict-read = Lue
verdict-no-partner = N’appartient à aucun partenaire
verdict-master-data = Référentiel des partenaires
part-counted = { $label } : retenu { $count }
part-held = { $label } : retenu
part-not-counted = { $has-label ->
        [yes] { $label } : non retenu – { $reason }
       *[no] Non retenu – { $reason }
    }
note = { $severity } : { $message } { $help }
annotated-rows = { $counted } retenues, { $others } non retenues

### Constats : fichiers

finding-unreadable-file = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } est illisible{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }.
    .title = Fichier illisible
    .help = Ouvrez le fichier dans Excel, enregistrez-le de nouveau au format .xlsx et remettez-le en place.
    .about = Le fichier est endommagé ou n’a pas pu être ouvert : rien de son contenu ne fait partie de la revue. Tout partenaire dont des chiffres s’y trouvent peut être évalué à un niveau trop bas. Exemple : un téléchargement interrompu à mi-chemin. Téléchargez ou enregistrez de nouveau le fichier, puis relancez la revue.
finding-password-protected = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } est protégé par un mot de passe.
    .title = Fichier protégé par un mot de passe
    .help = Enregistrez une copie sans mot de passe et utilisez-la.
    .about = Un classeur chiffré ne peut pas être lu : rien de son contenu ne fait partie de la revue. Exemple : une liste des certifications que le partenaire a envoyée avec un mot de passe d’ouverture. Dans Excel, choisissez Fichier, Informations, Protéger le classeur, supprimez le mot de passe et enregistrez une copie pour la revue.
finding-not-a-spreadsheet = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } n’est ni un classeur ni un tableau{ $has-detail ->
        [yes] , mais { $detail }
       *[no] {""}
    }.
    .title = Ni classeur ni tableau
    .help = Exportez les données au format .xlsx ou .csv et remplacez le fichier.
    .about = C’est le contenu qui décide, non l’extension du nom : ce fichier ne contient ni classeur ni tableau de texte. Exemple : un PDF ou une page web enregistrés avec l’extension .xlsx. Demandez le véritable export.
finding-empty-file = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } est vide.
    .title = Fichier vide
    .help = Exportez de nouveau les données ; s’il n’y a rien à exporter, retirez le fichier.
    .about = Le fichier n’a aucun contenu. Le plus souvent, un export ou un téléchargement a échoué sans message. Les chiffres qu’il devrait contenir manquent dans la revue.
finding-limit-exceeded = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } dépasse la taille admise par la revue{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }.
    .title = Trop volumineux
    .help = Divisez le fichier, par exemple par partenaire ou par mois, ou supprimez les feuilles inutiles.
    .about = Les fichiers viennent de l’extérieur : leur taille est donc limitée avant toute occupation de mémoire. Ce qui dépasse une limite est écarté et manque dans la revue. Exemple : un petit fichier qui, une fois ouvert, atteint plusieurs gigaoctets. Divisez l’export en fichiers plus petits.
finding-file-took-too-long = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } a demandé plus de temps de lecture que la limite de { $detail } et a été écarté.
    .title = Lecture trop longue
    .help = Exportez de nouveau les données, sans formules ni dessins, ou divisez le fichier ; s’il est sain et simplement volumineux, relevez la limite avec --max-seconds.
    .about = Chaque fichier est lu dans un processus à part, arrêté lorsque son temps est écoulé ; les autres fichiers sont lus malgré tout. Rien de ce fichier ne figure dans la revue. Exemple : un petit fichier fait pour occuper les programmes pendant des heures.
finding-file-needs-too-much-memory = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } demande plus de mémoire à la lecture que la limite de { $detail } et a été écarté.
    .title = Demande trop de mémoire
    .help = Divisez le fichier, par exemple par partenaire ou par mois ; s’il est sain et simplement volumineux, relevez la limite avec --max-memory.
    .about = Chaque fichier est lu dans un processus à part dont la mémoire est limitée ; les autres fichiers sont lus malgré tout. Rien de ce fichier ne figure dans la revue. Exemple : un petit fichier qui, une fois ouvert, atteint plusieurs gigaoctets.
finding-file-crashed-the-reader = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } est endommagé d’une façon qui a interrompu sa lecture et a été écarté.
    .title = Lecture interrompue
    .help = Ouvrez le fichier dans Excel et enregistrez-le comme nouveau .xlsx, ou demandez un nouvel export.
    .about = Chaque fichier est lu dans un processus à part : celui dont le défaut arrête le processus ne coûte que lui-même. Rien de ce fichier ne figure dans la revue. Si Excel l’ouvre sans rien signaler, merci de le signaler comme erreur du programme.
finding-nothing-recognised = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } ne contient aucune feuille ressemblant à des données d’utilisation, à une liste des certifications ou à un référentiel des partenaires{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Rien de reconnu
    .help = Corrigez les en-têtes des colonnes ou indiquez-les dans un fichier avec --columns.
    .about = Une feuille se reconnaît aux en-têtes de ses colonnes, en français, allemand, anglais, espagnol, italien ou portugais. Ce fichier n’en contient pas assez. Exemple : une synthèse qui ne comporte qu’un graphique. Si les données figurent sous d’autres en-têtes, indiquez-les dans un fichier avec --columns.
finding-missing-input = { $has-name ->
        [yes] « { $name } »
       *[no] Une source
    } n’existe pas.
    .title = Source introuvable
    .help = Vérifiez l’orthographe du chemin d’accès.
    .about = Un fichier ou un dossier indiqué pour l’exécution est absent. La revue se poursuit sans lui : des chiffres peuvent donc manquer. Vérifiez le nom, ainsi que la connexion d’un éventuel lecteur réseau.
finding-unsupported-file = { $has-name ->
        [yes] « { $name } »
       *[no] Un fichier
    } a un format que la revue ne lit pas{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Format non pris en charge
    .help = S’il contient des données pour la revue, enregistrez-le au format .xlsx ou .csv.
    .about = La revue lit les classeurs (.xlsx, .xlsm, .xlsb, .xls, .ods) et les tableaux de texte (.csv, .tsv, .txt). Tout autre fichier du dossier est écarté et nommé ici, afin que rien ne disparaisse en silence. Exemple : un PDF à côté des exports.
finding-same-file-twice = { $has-name ->
        [yes] « { $name } »
       *[no] Un fichier
    } a le même contenu { $has-other ->
        [yes] que « { $other } »
       *[no] qu’une autre source
    } : ce fichier est écarté.
    .title = Deux fois le même fichier
    .help = Supprimez l’une des deux copies.
    .about = Deux fichiers sont identiques à l’octet près. Lire les deux n’apporterait que des doublons : seul le premier est utilisé. Exemple : « utilisation.xlsx » et « utilisation (1).xlsx » dans le dossier des téléchargements.
finding-skipped-file = { $has-name ->
        [yes] « { $name } »
       *[no] Un fichier
    } a été ignoré : { $has-detail ->
        [yes] { $detail }
       *[no] c’est un fichier temporaire ou masqué
    }.
    .title = Fichier ignoré
    .help = Rien, sauf s’il contient des données pour la revue.
    .about = Les fichiers de verrouillage qu’Excel crée tant qu’un classeur est ouvert (leur nom commence par ~$), les fichiers masqués et les fichiers système ne sont pas lus. Ils ne contiennent jamais de données propres. Les dossiers de sorties antérieures, les liens vers des dossiers, les tubes et les périphériques ne sont pas lus non plus.
finding-misnamed-file = { $has-name ->
        [yes] « { $name } »
       *[no] Le fichier
    } est en réalité { $has-detail ->
        [yes] { $detail }
       *[no] d’un autre format
    }, quelle que soit son extension. La lecture en a tenu compte.
    .title = Extension et contenu différents
    .help = Rien ; pour éviter l’avertissement d’Excel, enregistrez-le dans le bon format.
    .about = Les portails donnent souvent l’extension .xls à un texte séparé par des tabulations ou à une page web. C’est le contenu qui détermine la lecture : les chiffres sont donc complets. Cette remarque le signale parce qu’Excel affiche un avertissement pour le même fichier.

### Constats : feuilles et colonnes

finding-missing-column = Il manque une colonne à la feuille « { $sheet } »{ $has-field ->
        [yes]  : { $field }
       *[no] {""}
    }.
    .title = Colonne manquante
    .help = Ajoutez la colonne ou indiquez son en-tête dans un fichier avec --columns.
    .about = La feuille a été reconnue, mais elle est inutilisable sans cette colonne. Exemple : des données d’utilisation sans colonne pour les utilisateurs actifs. Soit l’export est incomplet, soit la colonne porte un en-tête que les listes ne connaissent pas ; dans ce cas, indiquez cet en-tête dans un fichier avec --columns.
finding-unreadable-sheet = { $has-sheet ->
        [yes] La feuille « { $sheet } »
       *[no] Une feuille
    } est illisible{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }.
    .title = Feuille illisible
    .help = Ouvrez le classeur dans Excel, enregistrez-le de nouveau au format .xlsx et remettez-le en place.
    .about = Une feuille du classeur est endommagée ; les autres ont été lues. Les partenaires dont des chiffres figurent sur cette feuille peuvent être évalués à un niveau trop bas. Il suffit souvent d’enregistrer de nouveau le classeur dans Excel.
finding-ambiguous-column = { $has-header ->
        [yes] La colonne « { $header } »
       *[no] Une colonne
    } n’est pas univoque{ $has-field ->
        [yes] {" "}(sens possible : { $field })
       *[no] {""}
    }{ $has-other ->
        [yes]  ; « { $other } » convient aussi
       *[no] {""}
    }.
    .title = Colonne ambiguë
    .help = Renommez l’une des colonnes ou indiquez l’en-tête de la bonne dans un fichier avec --columns.
    .about = Deux colonnes peuvent avoir le même sens, ou une colonne peut en avoir deux. La première, ou la plus proche, a été utilisée. Exemple : « Nom » à côté de « Nom du client ». Vérifiez que la bonne a été choisie.
finding-similar-header = { $has-header ->
        [yes] La colonne « { $header } »
       *[no] Une colonne
    } n’a pas été utilisée{ $has-suggestion ->
        [yes] , mais elle ressemble à « { $suggestion } »
       *[no] {""}
    }.
    .title = En-tête presque identique
    .help = Corrigez l’en-tête ou indiquez-le dans un fichier avec --columns.
    .about = L’en-tête de la colonne ressemble à un en-tête connu, sans être le même. Deviner exposerait à une erreur : la colonne n’a donc pas été utilisée. Exemple : « Utilisateurs actfs ». Corrigez l’orthographe et relancez la revue.
finding-no-trial-column = La feuille « { $sheet } » n’a ni colonne pour les versions d’évaluation ni colonne SKU : les versions d’évaluation ne peuvent pas être distinguées.
    .title = Versions d’évaluation non distinguées
    .help = Confirmez que l’export ne contient aucune version d’évaluation, ou exportez-le avec le SKU.
    .about = Les références d’évaluation ne doivent pas compter. Rien sur cette feuille ne permet de les reconnaître, comme c’est normal pour le rapport d’utilisation d’Office du portail ; toutes ses lignes ont donc été considérées comme payantes. Le nombre réel peut être inférieur. Comparez avec un export qui indique le SKU avant de vous fier à un résultat serré.
finding-no-association-column = La feuille « { $sheet } » n’a pas de colonne pour l’association : aucune de ses lignes ne peut compter.
    .title = Colonne de l’association manquante
    .help = Exportez l’utilisation avec l’association du partenaire (type d’attribution).
    .about = Un client ne compte que si le partenaire lui est associé de l’une des façons admises. Sans colonne indiquant l’association, rien sur la feuille ne permet de le prouver. Exemple : un export d’utilisation provenant du centre d’administration du client lui-même.
finding-rows-above-header = Cette ligne se trouve au-dessus de l’en-tête de la feuille « { $sheet } », ressemble à des données et n’a pas été lue.
    .title = Données au-dessus de l’en-tête
    .help = S’il s’agit de données, déplacez la ligne d’en-tête au-dessus et relancez la revue. Sinon, il n’y a rien à faire.
    .about = Un tableau est lu à partir de sa ligne d’en-tête, vers le bas. Un tri dans Excel qui a emporté l’en-tête laisse des données au-dessus de lui, et un tableau dont l’en-tête est inconnu peut se trouver au-dessus d’un autre qui est connu. Rien de ces lignes n’est compté. Exemple : une ligne avec l’identifiant d’un partenaire, un mois et des utilisateurs actifs au-dessus de la ligne « ID MPN, Client, Mois, Utilisateurs actifs ».
finding-ignored-sheet = La feuille « { $sheet } » n’a pas été utilisée : elle ne ressemble ni à des données d’utilisation, ni à une liste des certifications, ni à un référentiel des partenaires.
    .title = Feuille non utilisée
    .help = Rien, sauf si elle contient des données pour la revue ; dans ce cas, vérifiez ses en-têtes.
    .about = Les en-têtes de cette feuille n’indiquent pas ce qu’elle contient. Elle est nommée afin que rien ne soit écarté en silence. Exemple : une page de garde, un tableau croisé dynamique ou des notes.
finding-hidden-sheet = La feuille « { $sheet } » est masquée dans Excel, mais elle a été lue.
    .title = Feuille masquée lue
    .help = Vérifiez si ses lignes doivent compter.
    .about = Les feuilles masquées sont lues comme les autres, car leur contenu peut être réel. On les oublie cependant facilement : une ancienne copie des données sur une feuille masquée peut créer des doublons.
finding-unmapped-column = { $has-header ->
        [yes] La colonne « { $header } »
       *[no] Une colonne
    } n’a pas été utilisée.
    .title = Colonne non utilisée
    .help = Rien, sauf si elle importe pour la revue ; dans ce cas, corrigez l’en-tête ou indiquez-le dans un fichier avec --columns.
    .about = Aucune liste ne connaît l’en-tête de cette colonne, et les règles n’en ont pas besoin. Elle reste telle quelle dans les rapports. Exemple : un centre de coûts interne.
finding-skipped-row = La ligne « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » a été considérée comme un total, une note ou un en-tête répété et n’a pas été comptée.
    .title = Ligne ignorée
    .help = Vérifiez qu’il ne s’agit pas de la ligne d’un client.
    .about = Les totaux, les sous-totaux et les en-têtes répétés feraient compter des utilisateurs deux fois. Ils se reconnaissent à des mots tels que « Total » ou « Sous-total ». Un client qui porte réellement ce nom doit être renommé, par exemple avec sa raison sociale complète.

### Constats : cellules

finding-unreadable-count = { $has-value ->
        [yes] « { $value } »
       *[no] La cellule
    } n’est pas un nombre d’utilisateurs actifs.
    .title = Nombre illisible
    .help = { $has-formula ->
        [yes] La formule n’a jamais été calculée : ouvrez le fichier dans Excel et enregistrez-le.
       *[no] Saisissez dans la cellule un nombre entier, zéro compris.
    }
    .about = Les utilisateurs actifs se comptent en nombres entiers. Un texte, une erreur telle que #N/A, un nombre négatif ou fractionnaire n’indique rien de sûr : la ligne n’apporte donc rien et le problème reste en suspens. Exemple : « n/d » ou « 12,5 ». Corrigez la cellule à la source.
finding-ambiguous-number = { $has-value ->
        [yes] « { $value } »
       *[no] Le nombre
    } peut se lire de plusieurs façons{ $has-readings ->
        [yes]  : { $readings }
       *[no] {""}
    }.
    .title = Nombre ambigu
    .help = Saisissez le nombre sans séparateur ou comme un véritable nombre.
    .about = Un point ou une virgule peut séparer les milliers ou les décimales, et rien d’autre sur la feuille ne permet de trancher. Exemple : « 2.000 » peut signifier 2000 utilisateurs ou deux. Une supposition pourrait décider d’un niveau : la ligne reste donc en suspens jusqu’à ce que le nombre soit clair.
finding-unreadable-month = { $has-value ->
        [yes] « { $value } »
       *[no] La cellule
    } n’est pas un mois.
    .title = Mois illisible
    .help = Écrivez le mois sous la forme 2026-09 ou comme une date.
    .about = Seule compte l’utilisation du mois de référence : une ligne sans mois lisible ne peut donc pas compter. Exemple : « T3 » ou « mois dernier ». Corrigez la cellule à la source.
finding-unreadable-date = { $has-value ->
        [yes] « { $value } »
       *[no] La cellule
    } n’est pas une date.
    .title = Date illisible
    .help = Saisissez une véritable date ou écrivez-la sous la forme 2026-09-30.
    .about = Le jour où une qualification a été obtenue ou expire détermine si elle compte. Une date illisible laisse la question ouverte. Exemple : « 31.02.2026 », un jour qui n’existe pas.
finding-ambiguous-date = { $has-value ->
        [yes] « { $value } »
       *[no] La date
    } peut se lire de plusieurs façons{ $has-readings ->
        [yes]  : { $readings }
       *[no] {""}
    }.
    .title = Date ambiguë
    .help = Écrivez les dates sous la forme 2026-09-30 ou saisissez-les comme de véritables dates.
    .about = Dans 03/04/2026, le jour peut venir en premier, ou le mois, et rien d’autre dans la colonne ne permet de trancher. La ligne n’est pas comptée et reste en suspens : la bonne lecture ne se devine pas. Une seule date de la colonne avec un jour supérieur à 12 suffirait à trancher.
finding-unreadable-cell = La cellule est illisible{ $has-value ->
        [yes]  : elle affiche { $value }
       *[no] {""}
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Cellule illisible
    .help = Réparez la cellule dans Excel et enregistrez de nouveau le fichier.
    .about = À cette adresse, le fichier ne contient pas de valeur valide, mais par exemple une erreur ou une formule jamais calculée. La cellule a été écartée et le reste a été lu. Ouvrez le fichier dans Excel, laissez-le calculer et enregistrez-le.
finding-missing-workload = La ligne n’indique aucune charge de travail.
    .title = Charge de travail manquante
    .help = Indiquez la charge de travail.
    .about = Les utilisateurs actifs ne comptent que pour une charge de travail. Une ligne qui n’en indique aucune ne peut pas être évaluée et n’apporte rien. Exemple : un export où la charge de travail ne figure que sur la première ligne de chaque bloc. Recopiez les cellules vers le bas.
finding-missing-credential = La ligne n’indique ni examen ni certification.
    .title = Examen ou certification manquants
    .help = Indiquez l’examen ou la certification, ou supprimez la ligne.
    .about = Une ligne de la liste des certifications indique qu’une personne détient une qualification. Sans le nom de cette qualification, elle ne prouve rien.
finding-missing-partner = La ligne n’indique pas à quel partenaire elle appartient.
    .title = Partenaire manquant
    .help = Indiquez l’ID MPN ou le nom du partenaire.
    .about = Chaque ligne appartient à un partenaire, par son ID ou par son nom. Celle-ci n’indique ni l’un ni l’autre et ne compte donc pour personne. Exemple : un bloc où le nom ne figure que sur la première ligne. Recopiez les cellules vers le bas ou créez un fichier par partenaire.
finding-missing-person = La ligne n’indique pas à quelle personne elle appartient.
    .title = Personne manquante
    .help = Indiquez le nom, l’e‑mail ou l’ID MCP.
    .about = Les conditions valent pour une seule et même personne : une qualification sans personne ne peut donc pas compter.
finding-unknown-status = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas un statut connu.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Statut inconnu
    .help = Écrivez « réussi » ou « non réussi ».
    .about = Le statut indique si un examen a été réussi. Un mot que les listes ne connaissent pas laisse la question ouverte : la ligne ne compte pas tant qu’elle n’est pas tranchée. Exemple : « À voir ».
finding-missing-customer = La ligne n’indique aucun client.
    .title = Client manquant
    .help = Indiquez l’ID du locataire (tenant) ou le nom du client.
    .about = Les clients se distinguent par leur ID de locataire ou par leur nom ; c’est ainsi que les doublons sont trouvés. Les lignes sans l’un ni l’autre sont considérées comme un seul client non nommé. Exemple : des noms que le portail a masqués.
finding-unknown-workload = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas une charge de travail connue.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Charge de travail inconnue
    .help = Corrigez l’orthographe.
    .about = Seules comptent les charges de travail énumérées. Un mot qu’aucune liste ne connaît ne compte pas ; mais il peut s’agir d’une charge de travail qui compte, mal orthographiée, et le niveau reste donc en suspens. Exemple : « Exchnge Online ».
finding-unknown-association = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas une association connue.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Association inconnue
    .help = Corrigez le mot.
    .about = L’association détermine si un client compte. Un mot qu’aucune liste ne connaît vaut absence d’association, mais reste un problème en suspens. Exemple : « Digital PoR (ancien) ».
finding-unknown-trial = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » dans la colonne des versions d’évaluation ne signifie ni oui ni non.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Mot inconnu dans la colonne des versions d’évaluation
    .help = Écrivez oui ou non.
    .about = La colonne des versions d’évaluation détermine si une ligne compte. Si son mot n’est pas connu, seul le SKU peut encore révéler une version d’évaluation. Exemple : « peut-être ».
finding-unknown-market = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas un marché connu.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Marché inconnu
    .help = Écrivez « développé » ou « en développement ».
    .about = Le marché détermine les seuils. Un mot inconnu n’indique rien : d’autres sources décident alors et, à défaut, les seuils les plus élevés s’appliquent. Exemple : « EMEA ».
finding-unknown-country = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas un pays connu.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Pays inconnu
    .help = Écrivez le nom du pays ou son code à deux lettres.
    .about = Lorsque rien d’autre n’indique le marché, c’est le pays du partenaire qui le détermine. Un nom inconnu laisse le marché indéterminé. Exemple : « Belgqiue ».
finding-unknown-language = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas une langue des rapports.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Langue inconnue
    .help = Écrivez un code tel que fr ou en.
    .about = Le référentiel des partenaires peut indiquer la langue du rapport d’un partenaire. Celle-ci n’est pas disponible : la langue de l’exécution est donc utilisée.
finding-unknown-tier = « { $has-word ->
        [yes] { $word }
       *[no] { $value }
    } » n’est pas un niveau connu.{ $has-suggestion ->
        [yes] {" "}Vouliez-vous écrire « { $suggestion } » ?
       *[no] {""}
    }
    .title = Niveau inconnu
    .help = Écrivez or, argent ou aucun.
    .about = Le niveau enregistré est affiché à côté du niveau établi. Il ne décide de rien : la revue se poursuit donc sans lui. Exemple : « Platine ».
finding-unusual-partner-id = « { $value } » ne ressemble pas à un ID MPN.
    .title = Identifiant de partenaire inhabituel
    .help = Vérifiez l’ID ; les ID MPN se composent de chiffres.
    .about = Un ID qui ne se compose pas de chiffres a été repris tel quel. S’il s’agit d’une erreur de saisie, les lignes d’un partenaire sont réparties sur deux. Exemple : la lettre O au lieu d’un zéro.

### Constats : qui est qui

finding-ambiguous-partner-name = { $has-name ->
        [yes] Le nom « { $name } »
       *[no] Le nom d’un partenaire
    } appartient à plusieurs ID{ $has-ids ->
        [yes]  : { $ids }
       *[no] {""}
    }. Les lignes sans ID ne peuvent être attribuées à aucun d’eux.
    .title = Un nom, plusieurs ID
    .help = Ajoutez l’ID MPN aux lignes qui n’indiquent que le nom.
    .about = Une ligne sans ID rejoint le partenaire dont elle porte le nom, si ce nom correspond à un seul ID. Ici, il y en a plusieurs : ces lignes restent donc à part. Exemple : deux sociétés d’un même groupe portant le même nom.
finding-market-unknown = Le marché { $has-partner ->
        [yes] n’est pas connu pour { $partner }
       *[no] du partenaire n’est pas connu
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. Les seuils les plus élevés ont été appliqués.
    .title = Marché non connu
    .help = Ajoutez le marché ou le pays au référentiel des partenaires.
    .about = Sur un marché en développement, le niveau Argent exige moins de droits actifs. Si rien n’indique le marché, les seuils les plus élevés s’appliquent et le résultat peut être trop sévère. Indiquez le marché ou le pays dans le référentiel des partenaires.
finding-market-contradictory = Les fichiers source indiquent des marchés contradictoires pour { $has-partner ->
        [yes] { $partner }
       *[no] le partenaire
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. Les seuils les plus élevés ont été appliqués.
    .title = Marché contradictoire
    .help = Corrigez le marché à la source ; le référentiel des partenaires prévaut.
    .about = Une source indique développé, une autre en développement. Tant que ce n’est pas réglé, les seuils les plus élevés s’appliquent, et le résultat peut être trop sévère.
finding-partner-names-differ = Les fichiers source écrivent le nom { $has-name ->
        [yes] { $name }
       *[no] d’un partenaire
    } de différentes façons{ $has-others ->
        [yes]  : { $others }
       *[no] {""}
    }.
    .title = Noms différents d’un même partenaire
    .help = Rien, s’il s’agit d’une seule entreprise ; sinon, corrigez l’ID.
    .about = Les lignes ont le même ID MPN et ont été considérées comme un seul partenaire. Si les noms désignent en réalité deux entreprises, l’un des ID est erroné et des chiffres ont été mélangés.
finding-person-joined-by-email = { $has-name ->
        [yes] { $name } a
       *[no] Une personne a
    } plusieurs ID MCP{ $has-ids ->
        [yes] {" "}({ $ids })
       *[no] {""}
    } et compte pour une seule personne en raison de l’e‑mail{ $has-email ->
        [yes] {" "}{ $email }
       *[no] {""}
    }.
    .title = Une personne, plusieurs ID MCP
    .help = Rien ; à vérifier si l’e‑mail est partagé par plusieurs personnes.
    .about = C’est un défaut connu du portail qu’une personne ait deux ID MCP. Les examens des deux ont été réunis. Une boîte partagée dans la colonne de l’e‑mail réunirait des personnes différentes ; n’en utilisez donc pas.
finding-same-name-two-people = { $has-name ->
        [yes] « { $name } »
       *[no] Un nom
    } désigne deux personnes : leurs ID MCP et leurs e‑mails diffèrent.
    .title = Même nom, deux personnes
    .help = S’il s’agit d’une seule personne, donnez aux deux lignes le même ID MCP ou le même e‑mail.
    .about = Deux personnes d’un partenaire portent le même nom, mais n’ont ni ID MCP ni e‑mail en commun ; elles ont donc été évaluées séparément. S’il s’agit d’une seule personne, les examens des deux lignes compteraient ensemble.

### Constats : évaluation

finding-conflicting-duplicate = { $has-customer ->
        [yes] { $customer }
       *[no] Un client
    } figure { $has-times ->
        [yes] { $times }
       *[no] deux
    } fois{ $has-workload ->
        [yes] {" "}pour { $workload }
       *[no] {""}
    } avec des nombres différents{ $has-times ->
        [yes] , de { $smaller } à { $larger }
       *[no] {" "}: { $smaller } et { $larger }
    }{ $has-other ->
        [yes] {" "}(voir { $other })
       *[no] {""}
    }. Le plus petit a été retenu.
    .title = Doublons contradictoires
    .help = Déterminez quel nombre est exact et supprimez l’autre ligne.
    .about = Deux lignes concordent pour le partenaire, le client, la charge de travail, le SKU et le mois, mais non pour le nombre d’utilisateurs actifs. Un seul peut être exact ; le plus petit est retenu, et le niveau que donnerait le plus grand est indiqué comme possible. Exemple : un export effectué deux fois le même mois.
finding-mixed-paths = { $has-tier ->
        [yes] Pour le niveau { $tier }
       *[no] Pour un niveau
    }, des personnes de voies différentes suffiraient ensemble{ $has-people ->
        [yes] {" "}(nombre : { $people })
       *[no] {""}
    }, mais chaque voie est comptée séparément.
    .title = Personnes sur des voies mixtes
    .help = Demandez au programme partenaires si les personnes de voies différentes peuvent être additionnées.
    .about = La page de la compétence exige un certain nombre de personnes ayant les deux examens, ou un certain nombre ayant la certification. Elle ne dit pas que les deux peuvent être mélangés. La revue compte chaque voie séparément et vous indique où un décompte mixte aurait suffi.

### Constats : l’exécution

finding-as-of-today = Aucun mois n’a pu être lu dans les fichiers source : tout a donc été évalué à la date du jour{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
    .title = Évalué à la date du jour
    .help = Indiquez le jour avec --as-of, afin qu’une exécution ultérieure donne le même résultat.
    .about = La date de référence est normalement le dernier jour du mois d’utilisation le plus récent. Aucun fichier source ne contient de mois lisible : la date du jour en a donc pris la place. Demain, la même exécution peut donner un autre résultat, car les qualifications expirent.
finding-usage-after-as-of = { $count ->
        [one] { $count } ligne d’utilisation est postérieure
       *[other] { $count } lignes d’utilisation sont postérieures
    } à la date de référence{ $has-month ->
        [yes] {" "}(jusqu’en { $month })
       *[no] {""}
    } et { $count ->
        [one] ne peut pas
       *[other] ne peuvent pas
    } compter.
    .title = Utilisation après la date de référence
    .help = Rien, si la date de référence est bien celle que vous souhaitez ; sinon, choisissez-en une plus tardive avec --as-of.
    .about = Seule l’utilisation jusqu’à la date de référence peut déterminer le mois de référence. Les lignes ultérieures sont affichées, mais non comptées.
finding-missing-glyph = Aucune police disponible ne peut afficher { $has-value ->
        [yes] « { $value } »
       *[no] l’un des caractères
    }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    } ; le PDF affiche un caractère de remplacement.
    .title = Caractère sans police
    .help = Indiquez un dossier contenant des polices adaptées avec --fonts DIR. Le classeur affiche le texte en entier.
    .about = Les polices intégrées couvrent le latin, le grec et le cyrillique, l’arabe et l’hébreu. Pour les autres écritures, une police de l’ordinateur est utilisée s’il y en a une. Exemple : le nom d’un client en caractères chinois sur un ordinateur sans polices chinoises.
finding-previous-unreadable = La revue précédente { $has-name ->
        [yes] « { $name } »{" "}
       *[no] {""}
    }est illisible{ $has-detail ->
        [yes]  : { $detail }
       *[no] {""}
    }.
    .title = Revue précédente illisible
    .help = Déplacez d’abord son dossier ; remettez ensuite une copie intacte à sa place, ou refaites la revue de ce mois.
    .about = Une comparaison exige les résultats d’une exécution antérieure. Ceux de la revue de ce mois, dans l’espace de travail, sont endommagés ou d’une autre nature, et ont été laissés de côté. La revue elle-même est complète, mais elle ignore ce que disait celle de ce mois.

## La ligne de commande

cli-column-partner = Partenaire
cli-column-id = ID MPN
cli-column-tier = Niveau
cli-column-could-be = Possible
cli-column-entitlements = Droits
cli-column-people = Personnes
cli-column-risk = Risque
cli-at-risk = à risque
cli-more-findings = … et { $count ->
    [one] { $count } autre ; tous les constats
   *[other] { $count } autres ; tous les constats
} figurent dans results.json et portfolio.xlsx
cli-findings = Constats : { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
}, { $infos ->
    [one] { $infos } remarque
   *[other] { $infos } remarques
}
cli-written = { $partners ->
    [one] { $partners } partenaire évalué
   *[other] { $partners } partenaires évalués
} au { $date } pour l’utilisation en { $month } ; les rapports se trouvent dans { $folder }

## Classeurs vierges (`tiergap template`)

template-subject = Classeur vierge pour une revue des partenaires
template-guide = Guide
template-guide-column = Colonne
template-guide-about = Contenu
template-guide-example = Exemple
template-guide-values = Valeurs au choix
template-usage-sheet = Utilisation
template-usage-guide-1 = Une ligne par client, charge de travail, SKU et mois.
template-usage-guide-2 = Le nombre d’utilisateurs actifs est un nombre entier ; ne laissez aucune cellule vide, zéro est un nombre comme un autre.
template-usage-guide-3 = Une ligne ne compte qu’avec l’une des associations prévues par les règles ; une cellule peut en contenir plusieurs, séparées par des virgules.
template-usage-guide-4 = Vous pouvez ajouter vos propres colonnes : elles restent dans le rapport, et la revue ne les utilise pas.
template-roster-sheet = Certifications
template-roster-guide-1 = Une ligne par personne et par qualification.
template-roster-guide-2 = Indiquez l’ID MCP ou l’e‑mail : les lignes qui ont l’un d’eux en commun désignent la même personne.
template-roster-guide-3 = Indiquez le statut ou la date d’obtention : une ligne sans l’un ni l’autre ne prouve rien et ne compte pas.
template-roster-guide-4 = Laissez vide la date d’expiration d’une qualification qui n’expire jamais.
template-partners-sheet = Partenaires
template-partners-guide-1 = Une ligne par partenaire.
template-partners-guide-2 = Le marché est celui du partenaire, non celui de ses clients. Il détermine le seuil du niveau Argent.
template-partners-guide-3 = Sans marché, c’est le pays qui décide, selon une liste qui n’est pas celle de Microsoft.
template-partners-guide-4 = La langue est celle des rapports du partenaire.
template-partner-id = ID du partenaire
    .about = L’ID MPN du partenaire : des chiffres.
    .example = 1234567
template-partner-name = Nom du partenaire
    .about = Le nom du partenaire. Sans ID, c’est le nom qui indique de quel partenaire il s’agit.
    .example = Contoso Services
template-customer-id = ID du locataire client
    .about = L’ID du locataire client (tenant). À défaut, c’est le nom qui distingue les clients.
    .example = 6a1f0c6e-0d5b-4c39-9d0a-2f5f3c6f1b11
template-customer-name = Nom du client
    .about = Le nom du client.
    .example = Clinique Bêta
template-workload = Charge de travail
    .about = La charge de travail sur laquelle les utilisateurs sont actifs.
    .example = Exchange Online
template-sku = SKU
    .about = L’offre, telle que le portail la nomme. Une version d’évaluation se reconnaît à son nom.
    .example = OFFICE 365 ENTERPRISE E3
template-trial = Version d’évaluation
    .about = S’il s’agit d’une version d’évaluation. Celles-ci ne comptent pas.
    .example = non
template-association = Association
    .about = La façon dont le partenaire est associé au client.
    .example = Digital Partner of Record
template-active-users = Utilisateurs actifs
    .about = Les utilisateurs actifs sur la charge de travail au cours du mois.
    .example = 420
template-month = Mois
    .about = Le mois de l’utilisation.
    .example = 2026-09
template-person-id = ID MCP
    .about = L’ID de certification Microsoft de la personne.
    .example = 10234567
template-person-name = Prénom et nom
    .about = Le prénom et le nom de la personne.
    .example = Anna Rossi
template-email = E-mail
    .about = L’e‑mail de la personne.
    .example = anna.rossi@contoso.example
template-credential = Examen ou certification
    .about = L’examen ou la certification. D’autres peuvent aussi figurer.
    .example = 70-346
template-status = Statut
    .about = S’il a été réussi.
    .example = réussi
template-achieved = Date d’obtention
    .about = Le jour de l’obtention.
    .example = 20/05/2016
template-expires = Date d’expiration
    .about = Le jour de l’expiration ; vide signifie jamais.
    .example = 20/05/2027
template-country = Pays
    .about = Le pays du partenaire, par son nom ou son code.
    .example = France
template-market = Marché
    .about = Le marché du partenaire.
    .example = développé
template-language = Langue
    .about = La langue de ses rapports.
    .example = français
template-contact-email = E-mail de contact
    .about = Le destinataire des rapports.
    .example = direction@contoso.example
template-tier = Niveau actuel
    .about = Le niveau détenu aujourd’hui.
    .example = Argent
template-anniversary = Date anniversaire
    .about = La date anniversaire de l’adhésion.
    .example = 31/03/2027
template-passed = réussi
template-not-passed = non réussi
template-developed = développé
template-developing = en développement
template-no-tier = aucun

finding-no-usage-in-month = Aucune utilisation en { $month }{ $has-other ->
        [yes]  ; dernier mois avec utilisation : { $other }
       *[no] {""}
    }. Aucun partenaire n’a de droits actifs.
    .title = Aucune utilisation au mois de référence
    .help = Vérifiez la date de référence ou ajoutez l’export d’utilisation de ce mois.
    .about =
        Les droits se comptent sur un seul mois : le dernier avec utilisation, jusqu’à la date de référence. Aucune ligne de ce mois n’a été trouvée : chaque partenaire est donc évalué avec zéro droit. Le plus souvent, --as-of indique un jour antérieur au début des exports, ou l’export d’utilisation manque dans le dossier d’entrée.

finding-partner-gone = { $name } figurait dans la revue précédente{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }, { $has-tier ->
        [yes] au niveau { $tier }
       *[no] sans niveau
    }. Aucun fichier source ne nomme plus ce partenaire.
    .title = Partenaire absent depuis la revue précédente
    .help = Si ce partenaire doit être évalué, ajoutez ses exports au dossier d’entrée.
    .about =
        Un partenaire de la revue indiquée avec --previous n’est nommé par aucun fichier source de celle-ci, ni par son ID ni par son nom ; il ne reçoit donc pas de rapport. S’il est parti, il n’y a rien à faire. Sinon, son export manque, ou son ID est mal saisi sur toutes les lignes.

cli-check-sheet = { $sheet } : { $role }{ $header ->
        [0] {""}
       *[other] , en-têtes à la ligne { $header }
    }, { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }
cli-used-known = connue, non nécessaire
cli-used-workload = utilisateurs actifs, { $name }
cli-used-credential = { $name }
cli-used-unmapped = non reconnue
# Les deux-points suivent dans le programme : leur espace est ici.
cli-hint = conseil{"\u202f"}

finding-sparse-reference-month = Le mois de référence ({ $month }) ne compte que { $smaller ->
        [one] { $smaller } ligne d’utilisation
       *[other] { $smaller } lignes d’utilisation
    } ; en { $other }, il y en a { $larger }.
    .title = Peu de lignes au mois de référence
    .help = Corrigez le mois s’il est mal saisi, ou évaluez le mois précédent avec --as-of.
    .about =
        Le dernier mois avec utilisation devient le mois de référence, et rien d’autre ne compte. S’il contient moins d’un dixième des lignes du mois précédent, un seul mois mal saisi ou un export à peine commencé peut avoir déplacé toute la revue. L’emplacement indique la première ligne de ce mois.

### Détails des constats : ce qu’un fichier est vraiment

detail-format-xlsx = un classeur Excel (.xlsx)
detail-format-xlsb = un classeur Excel binaire (.xlsb)
detail-format-xls = un classeur Excel 97–2003 (.xls)
detail-format-ods = une feuille de calcul OpenDocument (.ods)
detail-format-delimited = un texte délimité (.csv)
detail-format-html = un tableau HTML (.html)
detail-format-spreadsheetml = un classeur SpreadsheetML 2003 (.xml)
# $format est un nom tel que PNG, ZIP, Word ou JSON.
detail-image = une image ({ $format })
detail-archive = une archive ({ $format })
detail-document = un document ({ $format })
detail-text-document = un document texte ({ $format })
detail-presentation = une présentation ({ $format })
detail-message = un message électronique ({ $format })
detail-database = une base de données ({ $format })
detail-other-file = un fichier d’un autre type ({ $format })
detail-old-excel = une feuille de calcul { $format }, une version trop ancienne
detail-program = un programme
detail-binary = des données binaires
detail-compound-without-workbook = un fichier Office de l’ancien format, sans classeur
detail-flat-opendocument = un fichier OpenDocument non compressé ; enregistrez-le au format .ods
detail-web-archive = une archive web (MHTML) ; enregistrez-la au format .xlsx
detail-page-without-table = une page web (HTML) sans tableau

### Détails des constats : dommages. $technical est ce que dit la bibliothèque ou le système, en anglais.
# Ils valent pour un fichier comme pour une feuille : rien ne s’accorde donc avec l’un ou l’autre.

detail-damaged = contenu endommagé ({ $technical })
detail-damaged-xml = XML endommagé ({ $technical })
detail-damaged-zip = conteneur ZIP endommagé ({ $technical })
detail-damaged-zip-end = contenu tronqué ou endommagé ; la fin du conteneur ZIP manque
detail-damaged-zip-short = contenu tronqué ou endommagé ; le conteneur ZIP se termine trop tôt
detail-damaged-directory = contenu tronqué ou endommagé ; le répertoire interne manque
detail-damaged-workbook = contenu tronqué ou endommagé ; aucun classeur ne s’y trouve
detail-damaged-beyond-reader = contenu endommagé au point d’en empêcher la lecture
detail-cut-off = contenu tronqué
detail-part-missing = la partie « { $part } » manque
detail-not-a-worksheet = l’élément référencé n’est pas une feuille de calcul
detail-no-worksheets = aucune feuille de calcul
detail-sheets-overlap = les feuilles se chevauchent
detail-not-regular-file = ce n’est pas un fichier ordinaire
skip-hidden-folder = c’est un dossier masqué
skip-too-deep = il se trouve sous trop de dossiers
skip-output = c’est la sortie d’une exécution
skip-link-to-folder = c’est un lien vers un dossier
skip-link-nowhere = c’est un lien qui ne mène nulle part
skip-special = c’est un tube, un périphérique ou autre, et non un fichier
detail-no-permission = l’autorisation de lecture manque
detail-gone = il n’existe plus
detail-system = le système en refuse la lecture ({ $technical })
detail-reader-not-started = le processus qui doit le lire ne peut pas être démarré ({ $technical })
detail-outside-grid = son adresse est en dehors de la grille de la feuille
detail-cell-type = son type est inconnu
detail-text-number = le texte numéro { $number } ne figure pas parmi les textes du classeur
detail-text-missing = son texte ne figure pas parmi les textes du classeur
detail-open-quote = un guillemet s’ouvre ici et fait entrer { $lines ->
        [one] { $lines } ligne
       *[other] { $lines } lignes
    } dans cette seule cellule
detail-open-quote-ignored = un guillemet que rien ne ferme s’ouvre ici, avant { $lines ->
        [one] { $lines } ligne
       *[other] { $lines } lignes
    } de données ; la ligne a été lue sans lui

### Détails des constats : limites

detail-limit-bytes = { $size } octets, pour une limite de { $limit }
detail-limit-inflated = trop d’octets après décompression
detail-limit-piece = l’un de ses éléments dépasse { $limit } octets
detail-sheet-name-cut = le nom d’une feuille dépasse { $limit } octets et a été coupé
detail-empty-sheets = { $number } feuilles vides après les { $limit } premières ont été laissées de côté
detail-limit-sheets = plus de { $limit } feuilles
detail-limit-parts = { $size } parties, pour une limite de { $limit }
detail-limit-page = une page web de { $size } octets, pour une limite de { $limit }
detail-limit-workbook = un classeur de plus de { $limit } Mo
detail-limit-record = un enregistrement de { $size } octets, pour une limite de { $limit }
detail-limit-cells = plus de { $limit } cellules
detail-limit-texts = plus de { $limit } textes
detail-limit-repeated = plus de { $limit } cellules répétées
detail-limit-area = plus de { $limit } cellules, en comptant les cellules vides intermédiaires
detail-limit-shared-cells = des feuilles qui partagent leurs cellules
detail-cell-cut = le texte d’une cellule dépasse { $limit } octets et a été tronqué

finding-language-not-available = Il n’y a pas encore de textes dans la langue « { $value } » ; langue utilisée à la place : { $language }.
    .title = Langue non disponible
    .help = Rien ; indiquez une autre langue si le partenaire la lit mieux.
    .about = Le référentiel des partenaires peut indiquer la langue du rapport d’un partenaire. Cette langue a été reconnue, mais le programme n’a pas de textes dans cette langue : le rapport est donc rédigé dans la langue de l’exécution. Exemple : « polonais ». Indiquez l’une des langues disponibles si le partenaire la lit mieux.

## The workspace: `tiergap.toml`, waivers

severity-settled = Réglé
finding-settled-help = Rien : le réviseur l’a accepté tel quel.
usage-reason-left-out = Écarté par le réviseur
    .title = Écarté par le réviseur
    .remedy = Le réviseur a décidé que ces lignes ne comptent pas ; les constats sur les données disent pourquoi.
roster-reason-left-out = Écarté par le réviseur
waiver-decision-accept = le constat « { $code } » est accepté tel quel
waiver-decision-leave-out = ne compte pas
waiver-decision-read-as = lu comme « { $to } » au lieu de « { $from } »
waiver-decision-associated = compte comme associé ({ $word })
setting-two-market-lists = « markets » et « [market-list] » sont tous deux indiqués ; la liste du fichier est utilisée
setting-cell-twice = une dérogation précédente lit autrement la même cellule, et c’est elle qui est appliquée
setting-column-unused = aucune feuille n’a de colonne « { $word } »
setting-country-unknown = aucun pays n’a le code « { $word } »
setting-partner-unknown = aucun partenaire ne s’appelle « { $word } »
setting-partners-overlap = « { $word } » figure aussi dans le [[same-partner]] de la ligne { $line }, colonne { $column } ; celui-là est appliqué, celui-ci ne l’est pas
setting-no-folder = il n’y a pas de dossier « { $word } »
setting-read-and-left-out = la dérogation de la ligne { $line }, colonne { $column } écarte cette cellule ; la valeur lue à sa place ne compte donc pas
previous-damaged = le fichier est endommagé ou ne vient pas de tiergap
previous-same-day = la revue d’un mois antérieur est elle aussi arrêtée au { $date }
finding-waiver-applied = Décidé par le réviseur ({ $by }{ $has-date ->
        [yes] , jusqu’au { $date }
       *[no] {""}
    }) : { $decision }.{ $has-reason ->
        [yes] {" "}Motif : { $reason }.
       *[no] {""}
    }
    .title = Décidé par le réviseur
    .help = Rien ; prévenez le réviseur si ce n’est pas juste.
    .about = Le réviseur a décidé quelque chose sur ces données dans l’espace de travail : un constat est accepté tel quel, une cellule est lue autrement, des lignes sont écartées ou un client compte comme associé. Chaque rapport concerné le dit, avec le motif, le nom et l’échéance. Exemple : un nombre avec une lettre à la place d’un chiffre, confirmé par téléphone.
finding-waiver-expired = { $name }, ligne { $line }, colonne { $column } : cette dérogation a expiré{ $has-date ->
        [yes] {" "}le { $date }
       *[no] {""}
    } et n’a pas été appliquée.
    .title = Dérogation expirée
    .help = Réexaminez-la : indiquez un « until » plus tardif ou supprimez-la.
    .about = Une dérogation vaut jusqu’au jour qu’elle indique, comparé à la date de référence de la revue. Après ce jour, elle n’est plus appliquée, afin que rien ne reste décidé pour toujours par oubli.
finding-waiver-unmatched = { $name }, ligne { $line }, colonne { $column } : cette dérogation ne correspond à rien dans ces fichiers et n’a pas été appliquée.
    .title = Dérogation qui ne correspond à rien
    .help = Supprimez-la si les données sont désormais correctes ; sinon, corrigez ce qu’elle indique.
    .about = Une dérogation indique un fichier, des cellules, un client ou un partenaire, et peut-être un constat. Rien de tel dans les fichiers : les données ont été corrigées, un autre export est à sa place ou un nom est mal écrit. Exemple : la cellule F17 du fichier du trimestre dernier contient maintenant une autre ligne.
finding-partners-joined = { $ids } sont considérés comme un seul partenaire{ $has-by ->
        [yes] {" "}({ $by })
       *[no] {""}
    }.{ $has-reason ->
        [yes] {" "}Motif : { $reason }.
       *[no] {""}
    }
    .title = Partenaires considérés comme un seul
    .help = Rien ; prévenez le réviseur si ce n’est pas le même.
    .about = L’espace de travail indique que ces ID MPN et ces noms sont un seul partenaire. Toutes leurs lignes ont été évaluées ensemble.
finding-contradictory-setting = { $name }, ligne { $line }, colonne { $column } : { $detail }.
    .title = Réglages contradictoires
    .help = Gardez l’un des deux.
    .about = Le fichier de l’espace de travail dit deux choses sur un même point. L’une a été utilisée ; le message dit laquelle.
finding-unused-setting = { $name }, ligne { $line }, colonne { $column } : { $detail }.
    .title = Réglage sans effet
    .help = Corrigez-le ou supprimez-le.
    .about = Le fichier de l’espace de travail dit quelque chose qui ne correspond à rien dans ces fichiers. Souvent, un nom est mal écrit ou l’export a changé. Exemple : un nom de colonne à vous qu’aucune feuille n’a.

## Comparing reviews, trends

# What changed, and over several reviews. trend-title is a sheet's name: at most 31 characters.
trend-title = Évolution
trend-intro = Ce que disait chaque revue, de la plus ancienne à la plus récente.
trend-tiers-title = Partenaires par niveau, sur toutes les revues
column-review = Revue
column-problem = Problème
column-whom = Concerne
changes-findings-title = Problèmes de données
changes-new = nouveau
changes-settled = disparu

compare-title = Du { $from } au { $to }
compare-sorted = Les revues sont comparées dans l’ordre de leurs dates de référence, quel que soit leur ordre ici.
compare-rules = Les revues suivent des règles différentes ({ $rules }) : les écarts peuvent venir des seules règles.
compare-nothing = Rien n’a changé.
compare-tier-changes = Changements de niveau
compare-entitlements = Droits actifs
compare-people = Personnes certifiées
compare-persons = Qui compte
compare-customers = Clients
compare-customers-unnamed = L’une des revues ne nomme pas ses clients : ils ne peuvent pas être comparés.
compare-partners-new = Nouveaux partenaires
compare-partners-gone = Partenaires disparus
compare-findings-new = Nouveaux constats
compare-findings-gone = Constats disparus
compare-more = … et { $count } autres ; --format json les donne tous

finding-previous-other-rules = La revue au { $date } suit l’édition { $value } de ses règles, celle-ci l’édition { $other } : les écarts peuvent venir des seules règles.
    .title = Revue précédente selon d’autres règles
    .help = Refaites la revue précédente avec les règles actuelles si seuls les écarts de chiffres vous intéressent.
    .about = Les écarts depuis une revue précédente sont les plus parlants si les deux suivent les mêmes règles. Si les règles diffèrent, ne serait-ce que par l’édition, un niveau peut monter ou baisser sans qu’aucun chiffre ait changé. Exemple : une revue selon l’édition du 2017-06-27 est comparée à une revue selon l’édition du 2017-07-07, qui compte une association de plus. Aucune des deux n’est fausse ; pour voir les seuls écarts de chiffres, refaites la revue précédente avec les règles d’aujourd’hui.

## Risk ahead, what-if

# What could cost a tier that is held, and does not yet put it at risk.
ahead-title = Risques à venir
# $first: review or anniversary, whichever comes first; same: both on one day; none: no anniversary is known.
ahead-days = { $first ->
        [review] La prochaine revue est prévue le { $review }, avant la date anniversaire du { $anniversary }.
        [anniversary] La date anniversaire du { $anniversary } précède la prochaine revue, prévue le { $review }.
        [same] La prochaine revue et la date anniversaire tombent toutes deux le { $review }.
       *[none] La prochaine revue est prévue le { $review }.
    }
ahead-expiry = { $credential } ({ $person }) expire le { $date }, avant { $before ->
        [both] la prochaine revue et la date anniversaire
        [review] la prochaine revue
       *[anniversary] la date anniversaire
    }. { $falls ->
        [none] Sans cette qualification, il ne reste aucun niveau.
       *[other] Sans cette qualification, le niveau est { $tier }.
    }
ahead-person = { $falls ->
        [none] Le niveau dépend de { $person } : sans cette personne, il ne reste aucun niveau.
       *[other] Le niveau dépend de { $person } : sans cette personne, il est { $tier }.
    }
ahead-more-people = { $count ->
        [one] Le niveau dépend de la même façon d’une autre personne.
       *[other] Le niveau dépend de la même façon de { $count } autres personnes.
    }
ahead-customer = { $falls ->
        [none] Le niveau dépend de { $customer } ({ $amount }) : sans ce client, il ne reste aucun niveau.
       *[other] Le niveau dépend de { $customer } ({ $amount }) : sans ce client, il est { $tier }.
    }
ahead-more-customers = { $count ->
        [one] Le niveau dépend de la même façon d’un autre client.
       *[other] Le niveau dépend de la même façon de { $count } autres clients.
    }
# Short forms, for the reviewer's list of all partners.
ahead-short-expiry = { $credential } ({ $person }) jusqu’au { $date } : { $falls ->
        [none] ensuite plus aucun niveau
       *[other] ensuite { $tier }
    }.
ahead-short-without = Sans { $who } : { $falls ->
        [none] aucun niveau
       *[other] { $tier }
    }.
ahead-short-more = { $count ->
        [one] un autre
       *[other] { $count } autres
    }

whatif-title = { $name }, au { $date } : { $now } maintenant, { $then } ensuite
whatif-title-same = { $name }, au { $date } : { $now } maintenant, et toujours { $then } ensuite
whatif-title-now = { $name }, au { $date } : { $now }
whatif-associate = { $customer } associe le partenaire
whatif-convert = { $customer } convertit ses versions d’évaluation
whatif-hold = { $person } obtient { $credential }
whatif-add-people = { $count ->
        [one] { $count } personne certifiée de plus
       *[other] { $count } personnes certifiées de plus
    }
whatif-add-users = { $count ->
        [one] { $count } utilisateur actif de plus de { $workload }
       *[other] { $count } utilisateurs actifs de plus de { $workload }
    }
whatif-without = sans { $who }
whatif-no-effect = ne change rien{ $has-reasons ->
        [yes] {" "}({ $reasons })
       *[no] {""}
    }
whatif-held = déjà obtenu
whatif-associated = déjà associé
whatif-no-trial = n’a pas de version d’évaluation
whatif-counts = compte déjà, ce n’est donc pas nécessaire
whatif-did-not-count = ne comptait pas de toute façon
whatif-lacks = { $missing } manque encore
whatif-other-path = compte par une autre voie que les autres
whatif-column-then = Ensuite

## Mail

mail-column-partner = Partenaire
mail-column-contact = Contact
mail-column-language = Langue
mail-column-subject = Objet
mail-column-attachments = Pièces jointes
mail-column-status = État
mail-attachment = { $kind } { $size } Ko
mail-ready = prêt
mail-drafted = brouillon { $file }
mail-sent = envoyé
mail-refused = refusé : { $why }
mail-failed = non envoyé : { $why }
mail-unknown = envoyé ou non, personne ne peut le dire : { $why }
mail-not-tried = non tenté
mail-held-no-contact = retenu : la feuille des partenaires ne donne pas de contact
mail-held-several = retenu : le contact a plus d’une adresse
mail-held-address = retenu : le contact n’est pas une adresse utilisable
mail-held-letters = retenu : l’adresse a des lettres que beaucoup de serveurs de messagerie n’acceptent pas
mail-held-errors = retenu : erreurs dans ses données ({ $codes })
mail-held-changed = retenu : { $file } a été modifié depuis la revue
mail-held-missing = retenu : { $file } manque
mail-held-sent = envoyé le { $date }
mail-held-sent-before = envoyé le { $date }, avant que la revue soit refaite
mail-held-unknown = retenu : l’envoi du { $date } s’est interrompu
mail-shared = { $address } est le contact de { $partners } : chacun de ces messages y est envoyé
mail-told-ready = { $count ->
        [one] { $count } message est prêt
       *[other] { $count } messages sont prêts
    }, { $before } déjà envoyés, { $held } retenus ; rien n’a été envoyé
mail-told-drafts = { $count ->
        [one] { $count } brouillon se trouve dans { $folder }
       *[other] { $count } brouillons se trouvent dans { $folder }
    }, { $before } messages déjà envoyés, { $held } retenus
mail-told-sent = { $sent ->
        [one] { $sent } message envoyé
       *[other] { $sent } messages envoyés
    }, { $failed } non envoyés, { $before } déjà envoyés auparavant, { $held } retenus
mail-told-closed = l’envoi s’est arrêté plus tôt que prévu : { $why }
mail-hint-next = --drafts écrit des brouillons, --send --to-me vous envoie tout, --send envoie aux partenaires
mail-hint-ledger = ce qui a été envoyé est noté dans { $file } ; relancée, la commande n’envoie que ce qui manque
mail-hint-unknown = demandez au partenaire ou regardez dans les messages envoyés, puis nommez le partenaire avec --resend s’il n’a rien reçu
mail-hint-server = vérifiez host, port, security et l’identifiant dans [mail.smtp] de { $file }, et si cette machine atteint le serveur
mail-told-kept = { $count ->
        [one] { $count } brouillon antérieur reste tel quel
       *[other] { $count } brouillons antérieurs restent tels quels
    }

## Watching the inbox

watch-begins = Surveillance de { $folder } ; { $files ->
    [0] le dossier est encore vide
    [one] un fichier s’y trouve déjà
   *[other] { $files } fichiers s’y trouvent déjà
}. Ctrl-C pour terminer.
watch-polls = Les modifications ne sont pas signalées ici ({ $detail }) ; le dossier est relu toutes les { $seconds } secondes.
watch-gone = supprimé : { $file }
watch-passed = ignoré : { $file }
watch-unreachable = { $folder } est inaccessible ; en attente.
watch-reachable = { $folder } est de nouveau accessible.
watch-runs = Plus rien n’arrive : la revue est relancée.
watch-nothing = Rien n’est arrivé dans { $folder }, il n’y avait donc rien à contrôler.
watch-nothing-to-run = Rien n’est arrivé dans { $folder }, la revue n’a donc pas été lancée.

## Verifying and signing a review

endorsement-title = Note et validation
endorsement-signed = Validé par { $name } le { $date }. Objet de la validation : results.json, SHA-256 { $hash }
endorsement-noted = Note du { $date }
sign-off-done = { $name } a validé la revue dans { $folder } ; la validation porte sur { $file } et figure sur la première page du portefeuille.
sign-off-noted = La note figure sur la première page du portefeuille dans { $folder }.
verify-unchanged = { $files ->
    [one] Le seul fichier de la revue est tel qu’il a été écrit.
   *[other] Les { $files } fichiers de la revue sont tels qu’ils ont été écrits.
}
verify-changed = La revue n’est plus telle qu’elle a été écrite :
verify-file = { $how ->
    [missing] manquant : { $file }
    [added] ajouté : { $file }
   *[changed] modifié : { $file }
}
verify-disagrees = { $what ->
    [tool] manifest.json et results.json indiquent des programmes différents.
    [ruleset] manifest.json et results.json indiquent des règles différentes.
    [inputs] manifest.json et results.json indiquent des fichiers source différents.
    [reports] manifest.json et results.json indiquent des rapports différents.
    [signature] Le fichier results.json présent n’est pas celui qui a été validé.
   *[unreadable] results.json ou sign-off.json est illisible.
}
verify-inputs-same = { $files ->
    [one] Le fichier source est celui qui a été examiné.
   *[other] Les { $files } fichiers source sont ceux qui ont été examinés.
}
verify-inputs-changed = Les fichiers source ne sont pas ceux qui ont été examinés ; inchangés : { $files }
verify-signed = Validé par { $name } le { $date } : { $holds ->
    [yes] ce qui a été validé est ce qui est présent.
   *[no] ce qui a été validé n’est plus ce qui est présent.
}
verify-not-signed = Pas encore validé.

## Shards

shard-written = Partie { $shard } : { $partners } partenaires sur { $all } évalués et écrits dans { $folder }
