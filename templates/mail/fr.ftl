# Le message qui part chez un partenaire avec son rapport, en français. Ce qui figure dans le rapport lui-même (la
# situation du partenaire, le plan, les risques) est dit avec les mots de `text/fr.ftl`.

letter-subject = Revue partenaire { $month } : { $name }
# Placé devant l’objet quand un message va à la personne qui fait la revue et non au partenaire.
letter-preview = Aperçu, pour { $address }
letter-greeting = Bonjour,
letter-intro = Voici où en est { $name } dans notre revue de { $subject } pour { $month }, au { $date }.
letter-more-steps = { $count ->
        [one] Le rapport indique { $count } autre étape.
       *[other] Le rapport indique { $count } autres étapes.
    }
letter-attached = Vous trouverez ci-joint l’analyse des écarts (PDF). Elle montre chaque chiffre avec sa source : ce qui compte, ce qui ne compte pas, et pourquoi.
letter-attached-both = Vous trouverez ci-joint l’analyse des écarts (PDF) et le classeur correspondant (Excel). Ils montrent chaque chiffre avec sa source : ce qui compte, ce qui ne compte pas, et pourquoi.
letter-ask = Un point ne correspond pas à ce que vous savez, ou vous avez des questions ? Répondez simplement à ce message.
letter-closing = Cordialement
# Nom des fichiers joints, sans extension ; $month s’écrit 2026-09.
letter-file = Analyse des écarts { $name } { $month }
