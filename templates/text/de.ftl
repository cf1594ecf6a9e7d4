# Texte auf Deutsch. Alle Sprachdateien haben dieselben Schlüssel mit denselben Werten in geschweiften Klammern.
# `$has-x` ist `yes`, wo der Text `$x` vorhanden ist, und `no`, wo er leer ist.

### Listen, Zahlen, kleine Wörter

list-comma = {", "}
list-semicolon = {"; "}
list-and = { $first } und { $last }
list-or = { $first } oder { $last }
list-or-else = { $first } oder stattdessen { $last }
percent = { $number } %
word-yes = Ja
word-no = Nein
word-met = erfüllt
word-not-met = nicht erfüllt
page = Seite { $page } von { $pages }
cells-and-more = { $cells } und { $more } weitere
footer = { $tool } · Regeln { $rules }, Ausgabe { $edition } · Stichtag { $date }

severity-error = Fehler
severity-warning = Warnung
severity-info = Hinweis

tier-gold = Gold
tier-silver = Silver
tier-none = Keine Stufe

market-developed = Industrieland
market-developing = Entwicklungsland
market-none = Markt unbekannt

role-usage = Kundennutzung
role-roster = Zertifizierungsliste
role-partners = Partnerstammdaten
role-none = Nicht verwendet
role-unread = Nicht lesbar

# Was anstelle eines Namens zu lesen ist, der zu einem anderen Partner gehört.
alias-file = Quelle { $number }
alias-sheet = Blatt { $number }
alias-partner = Anderer Partner
alias-text = …

metric-entitlements = Aktive Berechtigungen
metric-people = Zertifizierte Personen
amount-entitlements = { $count ->
        [one] { $count } aktive Berechtigung
       *[other] { $count } aktive Berechtigungen
    }
amount-people = { $count ->
        [one] { $count } zertifizierte Person
       *[other] { $count } zertifizierte Personen
    }

# Wörter der Regeln, für die es ein eigenes deutsches Wort gibt; die übrigen kommen aus den Wortlisten.
exam = Prüfung { $number }
exams = Prüfungen { $numbers }
# Innerhalb eines Satzes, im Akkusativ.
exam-named = die Prüfung { $number }
exams-named = die Prüfungen { $numbers }
# Nach einem Doppelpunkt, und nach dem Verb, das sie bestanden nennt.
exam-missing = Prüfung { $number }
exams-missing = Prüfungen { $numbers }
exam-passed = die Prüfung { $number }
label-delegated-administrator = delegierter Administrator

field-partner-id = Partner-ID
field-partner-name = Partnername
field-partner-country = Land des Partners
field-partner-market = Markt des Partners
field-country = Land
field-market = Markt
field-customer-id = Kunden-ID
field-customer-name = Kundenname
field-customer-country = Land des Kunden
field-workload = Workload
field-sku = SKU
field-product = Produkt
field-trial = Testversion
field-association = Zuordnung
field-active-users = aktive Benutzer
field-month = Monat
field-person-id = MCP-ID
field-person-name = Name der Person
field-first-name = Vorname
field-last-name = Nachname
field-email = E‑Mail
field-credential = Prüfung oder Zertifizierung
field-credential-type = Art des Nachweises
field-status = Status
field-achieved = Erwerbsdatum
field-expires = Ablaufdatum
field-language = Sprache
field-contact-email = Kontakt-E‑Mail
field-tier = Stufe
field-anniversary = Jahrestag
field-known = bekannte Spalte

### Warum Zeilen nicht zählen

usage-reason-unreadable = Nicht lesbar{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Nicht lesbar
    .remedy = Korrigieren Sie im Export die unter „Datenbefunde“ genannten Zellen und wiederholen Sie die Auswertung. Bis dahin tragen diese Zeilen nichts bei.
usage-reason-workload-not-eligible = Workload zählt nicht{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Workload, der nicht zählt
    .remedy = Es zählen nur aktive Benutzer der Workloads, die in den Regeln stehen. Sie müssen nichts tun, es sei denn, ein Workload ist falsch geschrieben.
usage-reason-trial = Test-SKU{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Test-SKU
    .remedy = Diese Benutzer zählen, sobald der Kunde von der Testversion auf ein bezahltes Abonnement umgestellt hat.
usage-reason-no-qualifying-association = Keine gültige Zuordnung
    .title = Keine gültige Zuordnung
    .remedy = Benutzer des Bezugsmonats, die nicht schon angerechnet sind, zählen, sobald der Kunde den Partner auf eine der nach den Regeln anerkannten Arten zugeordnet hat.
usage-reason-outside-reference-month = Anderer Monat{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Außerhalb des Bezugsmonats
    .remedy = Es zählt nur der Bezugsmonat. Sie müssen nichts tun, es sei denn, ein Monat ist falsch angegeben.
usage-reason-duplicate = Duplikat{ $has-detail ->
        [yes] {" "}von { $detail }
       *[no] {""}
    }
    .title = Duplikat
    .remedy = Kunde, Workload, SKU und Monat stimmen mit einer bereits angerechneten Zeile überein. Sie müssen nichts tun.
not-counted-conflict =
    .title = Duplikat mit anderer Zahl
    .remedy = Kunde, Workload, SKU und Monat sind bereits mit der kleineren Zahl angerechnet. Klären Sie, welche Zahl richtig ist, und entfernen Sie die andere Zeile.

roster-reason-unreadable = Nicht lesbar
roster-reason-not-required = Von diesen Regeln nicht verlangt
roster-reason-not-passed = Nicht bestanden
roster-reason-after-as-of = Erst nach dem Stichtag erworben{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
roster-reason-expired = Abgelaufen{ $has-detail ->
        [yes] {" "}am { $detail }
       *[no] {""}
    }
roster-reason-no-proof = Weder Status noch Datum angegeben
roster-reason-duplicate = Für diese Person bereits angerechnet

### Spalten

column-active-users = Aktive Benutzer
column-actual = Angerechnet
column-change = Seit der letzten Auswertung
column-code = Code
column-could-be = Möglich
column-counted = Angerechnet
column-counts = Zählt
column-customer = Kunde
column-email = E-Mail
column-entitlements = Berechtigungen
column-file = Datei
column-help = Was zu tun ist
column-mcp-id = MCP-ID
column-message = Befund
column-next-tier = Nächste Stufe
column-partner = Partner
column-person = Name
column-place = Fundstelle
column-problems = Datenprobleme
column-reason = Grund
column-remark = Bemerkung
column-required = Erforderlich
column-requirement = Anforderung
column-risk = Risiko
column-role = Verwendet als
column-rows = Zeilen
column-severity = Schwere
column-sha256 = SHA-256
column-sheet = Blatt
column-shortfall = Fehlbestand
column-sku = SKU
column-source = Quelle
column-status = Status
column-tier = Stufe
column-total = Gesamt
column-value = Wert
column-verdict = Ergebnis
column-workload = Workload

fact-anniversary = Jahrestag
fact-as-of = Stichtag
fact-country = Land
fact-current-tier = Hinterlegte Stufe
fact-edition = Ausgabe der Regeln
fact-inputs = Quelldateien
fact-market = Markt
fact-month = Bezugsmonat
fact-previous = Letzte Auswertung
fact-partner-id = MPN-ID
fact-partners = Partner

### Der Bericht eines Partners

pdf-more-rows = { $count ->
        [one] Eine weitere Zeile ist hier nicht gezeigt; die Arbeitsmappe enthält alle.
       *[other] { $count } weitere Zeilen sind hier nicht gezeigt; die Arbeitsmappe enthält alle.
    }
report-title = Gap-Analyse – { $name }
summary-title = Übersicht
status-title = Stand des Partners
status-highest = { $name } erfüllt alle Anforderungen für { $tier }.
status-held = { $lost ->
        [yes] { $name } erfüllt die Anforderungen für { $tier }, die für { $target } nicht mehr. Erforderlich: { $missing }.
       *[no] { $name } erfüllt die Anforderungen für { $tier }. Für { $target } noch erforderlich: { $missing }.
    }
status-none = { $lost ->
        [yes] { $name } erfüllt die Anforderungen für { $target } nicht mehr. Erforderlich: { $missing }.
       *[no] { $name } erfüllt die Anforderungen für { $target } noch nicht. Noch erforderlich: { $missing }.
    }
status-could-be = Würden alle offenen Datenprobleme zugunsten des Partners geklärt, wäre die Stufe { $tier } möglich.
status-could-be-where = Siehe „Datenbefunde“.

risk-title = Gefährdet
risk-title-lost = Stufe verloren
risk-short-record = Hinterlegt: { $tier }
risk-thin-margin = { $spare ->
        [0] Genau am Schwellenwert von { $required } aktiven Berechtigungen: keinerlei Reserve.
        [one] Nur { $spare } aktive Berechtigung über dem Schwellenwert von { $required }.
       *[other] Nur { $spare } aktive Berechtigungen über dem Schwellenwert von { $required }.
    }
risk-expiring = Die Stufe stützt sich auf einen Nachweis, der am { $date } abläuft: { $credential } von { $person }.
risk-tier-dropped = { $move ->
        [lost] Die Stufe { $from } ist seit der letzten Auswertung verloren gegangen.
       *[other] Die Stufe ist seit der letzten Auswertung von { $from } auf { $to } gesunken.
    }
risk-entitlements-dropped = Die aktiven Berechtigungen sind seit der letzten Auswertung von { $from } auf { $to } gesunken.
risk-people-dropped = Die Zahl der zertifizierten Personen ist seit der letzten Auswertung von { $from } auf { $to } gesunken.
risk-short-expiring = { $credential } von { $person } läuft am { $date } ab.

change-new = In der letzten Auswertung nicht enthalten{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-nothing = Keine Änderung seit dem { $date }.
change-tier = { $move ->
        [lost] Stufe { $from } seit dem { $date } verloren.
        [gained] Stufe { $to } seit dem { $date } erreicht.
       *[other] Stufe seit dem { $date } geändert: von { $from } auf { $to }.
    }
change-entitlements = Aktive Berechtigungen seit dem { $date } { $direction ->
        [up] gestiegen
       *[down] gesunken
    }: von { $from } auf { $to }.
change-people = Zertifizierte Personen seit dem { $date }: bisher { $from }, jetzt { $to }.
change-short-new = Neu in dieser Auswertung.
change-short-nothing = Keine Änderung.
change-short-tier = { $move ->
        [lost] Stufe { $from } verloren.
        [gained] Stufe { $to } erreicht.
       *[other] Stufe: von { $from } auf { $to }.
    }
change-short-entitlements = Aktive Berechtigungen von { $from } auf { $to } { $direction ->
        [up] gestiegen
       *[down] gesunken
    }.
change-short-people = Zahl der zertifizierten Personen von { $from } auf { $to } { $direction ->
        [up] gestiegen
       *[down] gesunken
    }.

# Was sich seit der letzten Auswertung geändert hat: ein Blatt und ein Abschnitt. Der Titel ist ein Blattname: höchstens 31 Zeichen.
changes-title = Was sich geändert hat
changes-intro = Verglichen mit der Auswertung zum { $date }.{ $named ->
        [yes] {""}
       *[no] {" "}Jene Auswertung nennt ihre Kunden nicht: Nur die Zahlen lassen sich vergleichen.
    }
changes-customers-title = Kunden
changes-people-title = Personen
changes-gained = gewonnen
changes-lost = verloren
changes-grown = gewachsen
changes-customers-total = Summe der Änderungen
changes-shrunk = gesunken
changes-counts = zählt jetzt
changes-counts-no-more = zählt nicht mehr
changes-left-roster = zählt nicht mehr, steht nicht mehr auf der Liste
column-figure = Kennzahl
column-then = Vorher
column-now = Jetzt
column-difference = Änderung
column-happened = Was geschehen ist

gauge-all-met = Alle Schwellenwerte erreicht
gauge-line = { $label }: { $verdict }
gauge-met = Schwellenwert für { $tier } erreicht
gauge-short = Noch { $shortfall } bis { $tier }
gauge-line-all-met = { $label }: alle Schwellenwerte erreicht
gauge-line-met = { $label }: Schwellenwert für { $tier } erreicht
gauge-line-short = { $label }: noch { $shortfall } bis { $tier }

requirements-title = Anforderungen
requirements-live = Wer auf dem Blatt „Nutzung“ eine Zelle mit aktiven Benutzern oder die Angabe „Angerechnet“ ändert oder auf dem Blatt „Personen“ einen Nachweis, sieht diese Zahlen, die Stufe und die Diagramme folgen. Die Sätze und die übrigen Blätter beschreiben die Daten, wie sie gelesen wurden.
requirements-market-unknown = Der Markt dieses Partners ist nicht bekannt: Es gelten die höheren Schwellenwerte.
requirements-mixed = { $tier }: { $people ->
        [one] { $people } Person qualifiziert
       *[other] { $people } Personen qualifizieren
    } sich auf dem einen oder dem anderen Weg, so viele wie verlangt ({ $required }). Nach den Regeln wird aber jeder Weg für sich gezählt; diese gemischte Zählung erfüllt die Anforderung daher nicht.

plan-step = Schritt { $number }
column-step = Plan
plan-title = Plan für { $tier }
plan-title-none = Plan
plan-intro = Diese Schritte führen zur Stufe { $tier }; je Anforderung steht der geringste Aufwand zuerst.
plan-no-steps = Für { $tier } ist kein weiterer Schritt nötig.
plan-highest = { $tier } ist die höchste Stufe: Es ist kein Schritt nötig.
plan-highest-at-risk = { $tier } ist die höchste Stufe. Bitte beachten Sie, was sie gefährdet.
plan-outcome = Sind alle Schritte erledigt, ist die Stufe { $tier } erreicht.
plan-outcome-none = Auch wenn alle Schritte erledigt sind, wird noch keine Stufe erreicht.
plan-associate = Sich von { $customer } als { $associations } zuordnen lassen
plan-convert = { $customer } bei der Umstellung der Testversionen auf bezahlte Abonnements unterstützen
plan-grow = { $count ->
        [one] { $count } weiteren aktiven Benutzer
       *[other] { $count } weitere aktive Benutzer
    } auf { $workloads } bei zugeordneten Kunden gewinnen
plan-exam = { $person } legt { $credential } ab{ $has-others ->
        [yes] {" "}(oder stattdessen { $others }; auch hier fehlt nur eine Prüfung)
       *[no] {""}
    }
plan-certify = { $count ->
        [one] Eine weitere Person qualifizieren:
       *[other] { $count } weitere Personen qualifizieren, jeweils durch
    } { $credentials }{ $has-others ->
        [yes] {" "}oder stattdessen { $others }
       *[no] {""}
    }
effect = +{ $amount }
effect-later = zählt mit einem späteren Schritt

usage-title = Nutzung
usage-columns = { $count ->
        [one] Spalte { $first } wie in der Quelldatei; die Spalten danach zeigen, wie jede Zeile bewertet wurde.
       *[other] Spalten { $first }–{ $last } wie in der Quelldatei; die Spalten danach zeigen, wie jede Zeile bewertet wurde.
    }
customers-title = Angerechnete Kunden
customers-intro = { $customers ->
        [one] { $customers } Kunde zählt
       *[other] { $customers } Kunden zählen
    } mit { $entitlements } aktiven Berechtigungen im { $month }.
customer-unnamed = Kunde ohne Namen
by-workload-title = Aktive Berechtigungen nach Workload
not-counted-title = Was nicht angerechnet wurde
# Name eines Blatts: höchstens 31 Zeichen.
not-counted-sheet = Nicht angerechnet
not-counted-group = { $reason } – { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }{ $known ->
        [yes] , { $users ->
            [one] { $users } aktiver Benutzer
           *[other] { $users } aktive Benutzer
        }
       *[no] {""}
    }

people-title = Personen
people-intro = Es zählt, wer selbst { $ways } nachweist. Auf der Liste: { $people }; angerechnet: { $counted }.
people-none = Die Quelldateien nennen für diesen Partner keine Personen.
path-column = Weg: { $path }
path-column-note = 1: Die Person hat alles, was dazu gehört. 0: Es fehlt etwas.
person-missing = Noch offen: { $credentials }.
person-expires = { $credential } läuft am { $date } ab.
person-unreadable = { $credential }: „{ $value }“ ist nicht lesbar (erwartet: { $field }).
person-unreadable-credential = „{ $value }“ ist als Prüfung oder Zertifizierung nicht lesbar.

findings-title = Datenbefunde
findings-none = An den Daten war nichts zu beanstanden.
findings-intro = Fehler: { $errors }. Warnungen: { $warnings }. Hinweise: { $infos }. Sie betreffen die Daten, nicht die Regeln; korrigieren Sie die Daten an der Quelle und wiederholen Sie die Auswertung.
finding-repeated = { $message } { $times ->
        [2] Kommt zweimal vor.
       *[other] Kommt { $times }‑mal vor.
    }
finding-more-like-it = { $message } { $more ->
        [one] Dazu ein weiterer Fall dieser Art.
       *[other] Dazu { $more } weitere Fälle dieser Art.
    }

sources-title = Quellen

### Wie gezählt wurde

method-title = Wie gezählt wurde
method-entitlements = Eine aktive Berechtigung ist ein aktiver Benutzer eines Kunden auf einem Workload. Wer auf zwei Workloads aktiv ist, zählt zweimal.
method-workloads = Es zählen, zusammengerechnet, die Workloads { $workloads }.
method-trials = Test-SKUs zählen nicht.
method-trials-count = Test-SKUs zählen wie bezahlte.
method-associations = Ein Kunde zählt, wenn ihm der Partner als { $associations } zugeordnet ist{ $count ->
        [one] .
       *[other] ; eine dieser Zuordnungen genügt.
    }
method-duplicates = Zeilen, die in Kunde, Workload, SKU und Monat übereinstimmen, zählen einmal. Unterscheiden sie sich nur in der Zahl, gilt die kleinere.
method-people = Es zählt, wer selbst { $ways } nachweist. Prüfungen verschiedener Personen werden nicht zusammengerechnet.
method-paths-apart = Jeder dieser Wege wird für sich gezählt; es gilt die größere Zahl.
method-paths-combined = Die Personen aller dieser Wege werden zusammengezählt.
method-tier = { $tier } erfordert { $entitlements } sowie { $people }.
threshold-by-market = { $developed } in Industrieländern ({ $developing } in Entwicklungsländern)
method-risk = Eine Stufe gilt als gefährdet, wenn die Reserve unter { $percent } liegt oder wenn sie sich auf einen Nachweis stützt, der innerhalb von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } abläuft; ebenso bei jedem Rückgang der Stufe, der Berechtigungen oder der Personen seit der letzten Auswertung.
method-dates = Es zählt nur die Nutzung im { $month }. Personen werden zum Stichtag { $date } beurteilt.
method-market-sheet = { $market }, laut Partnerstammdaten. Die entsprechenden Schwellenwerte wurden angewandt.
method-market-usage = { $market }, laut Marktspalte der Nutzungsdaten. Die entsprechenden Schwellenwerte wurden angewandt.
method-market-country = { $market }, nach dem Land des Partners ({ $country }). { $has-list ->
        [yes] Länderliste: { $list }.
       *[no] Die Länderliste ist nicht die von Microsoft, denn diese ist nicht öffentlich.
    }
method-market-contradictory = Die Quelldateien widersprechen sich beim Markt des Partners. Die höheren Schwellenwerte wurden angewandt.
method-market-unknown = Die Quelldateien nennen den Markt des Partners nicht. Die höheren Schwellenwerte wurden angewandt.
method-market-portfolio = Maßgeblich ist der Markt des Partners selbst: nach den Partnerstammdaten, sonst nach den Nutzungsdaten, sonst nach seinem Land. { $has-list ->
        [yes] Länderliste: { $list }.
       *[no] Die Länderliste ist nicht die von Microsoft, denn diese ist nicht öffentlich.
    } Ist der Markt unbekannt, gelten die höheren Schwellenwerte.
method-privacy = Verrät der Name einer Datei oder eines Blatts etwas über einen anderen Partner, dessen Kunden oder Personen, oder nennt eine freie Spalte einen anderen Partner, so steht im Bericht eines Partners stattdessen ein neutrales Wort.
method-source = Regeln: { $competency }, { $option }, Ausgabe { $edition } ({ $id }). Veröffentlicht unter: { $source }

### Das Portfolio für die Auswertenden

portfolio-title = Partnerauswertung – { $month }
portfolio-name = Alle Partner
portfolio-headline = { $partners ->
        [one] { $partners } Partner ausgewertet
       *[other] { $partners } Partner ausgewertet
    }: { $tiers }. Gefährdet: { $risk }.
total-of-tier = { $count } { $tier }
total-of-none = { $count } ohne Stufe
totals-title = Partner nach Stufe
panel-more = { $count ->
        [one] Und { $count } weiterer.
       *[other] Und { $count } weitere.
    }
# Die Seite für die Besprechung: kurze Listen.
markets-title = Partner nach Markt
panel-risk = Gefährdet
panel-movers = Veränderungen seit der letzten Auswertung
panel-closest = Der nächsten Stufe am nächsten
panel-could-be = Höhere Stufe nach Klärung der Daten möglich
panel-could-be-line = { $tier } nachgewiesen, möglich: { $better }
panel-problems = Datenprobleme nach Datei
panel-errors = { $count ->
        [one] { $count } Fehler
       *[other] { $count } Fehler
    }
panel-warnings = { $count ->
        [one] { $count } Warnung
       *[other] { $count } Warnungen
    }

partners-title = Partner
distance = { $tier }: { $count ->
        [one] noch { $missing }
       *[other] noch { $missing }
    }
distance-highest = Höchste Stufe erreicht

### Das Portfolio als Seite für den Browser

page-skip = Zu den Partnern springen
page-dark = Dunkle Farben
page-light = Helle Farben
page-filters = Suchen, filtern und sortieren
page-search = Suche
page-search-hint = Name, ID, Land …
page-all = Alle
page-not-at-risk = Nicht gefährdet
page-sort = Sortieren nach
page-order = Höchste Stufe zuerst
page-ascending = Aufsteigend
page-descending = Absteigend
page-reset = Alle anzeigen
# `{ $shown }` wird später eingesetzt und ist höchstens `$all`.
page-shown = { $all ->
        [one] { $shown } von { $all } Partner
       *[other] { $shown } von { $all } Partnern
    }
page-nothing = Kein Partner entspricht der Suche und den Filtern.
page-reports = Berichte

### Die Kopie einer Quelldatei für die Auswertenden

annotated-title = { $file } – mit Ergebnissen
annotated-summary = Datenbefunde
verdict-counted = Angerechnet
verdict-not-counted = Nicht angerechnet
verdict-partly = Teilweise angerechnet
verdict-read = Gelesen
verdict-no-partner = Gehört zu keinem Partner
verdict-master-data = Partnerstammdaten
part-counted = { $label }: angerechnet { $count }
part-held = { $label }: angerechnet
part-not-counted = { $has-label ->
        [yes] { $label }: nicht angerechnet – { $reason }
       *[no] Nicht angerechnet – { $reason }
    }
note = { $severity }: { $message } { $help }
annotated-rows = { $counted } angerechnet, { $others } nicht angerechnet

### Befunde: Dateien

finding-unreadable-file = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist nicht lesbar{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Datei nicht lesbar
    .help = Öffnen Sie die Datei in Excel, speichern Sie sie erneut als .xlsx und legen Sie sie wieder ab.
    .about = Die Datei ist beschädigt oder ließ sich nicht öffnen; ihr Inhalt geht nicht in die Auswertung ein. Partner, deren Zahlen darin stehen, werden möglicherweise zu niedrig eingestuft. Beispiel: ein Download, der mittendrin abgebrochen ist. Laden oder speichern Sie die Datei erneut und wiederholen Sie den Lauf.
finding-password-protected = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist durch ein Kennwort geschützt.
    .title = Kennwortgeschützte Datei
    .help = Speichern Sie eine Kopie ohne Kennwort und verwenden Sie diese.
    .about = Eine verschlüsselte Arbeitsmappe lässt sich nicht lesen; ihr Inhalt geht nicht in die Auswertung ein. Beispiel: eine Zertifizierungsliste, die der Partner mit einem Kennwort zum Öffnen geschickt hat. Wählen Sie in Excel „Datei“, „Informationen“, „Arbeitsmappe schützen“, entfernen Sie das Kennwort und speichern Sie eine Kopie für die Auswertung.
finding-not-a-spreadsheet = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist weder Arbeitsmappe noch Tabelle{ $has-detail ->
        [yes] , sondern { $detail }
       *[no] {""}
    }.
    .title = Weder Arbeitsmappe noch Tabelle
    .help = Exportieren Sie die Daten als .xlsx oder .csv und ersetzen Sie die Datei damit.
    .about = Der Inhalt entscheidet, nicht die Endung des Namens: Diese Datei enthält weder eine Arbeitsmappe noch eine Texttabelle. Beispiel: ein PDF oder eine Webseite, die mit der Endung .xlsx gespeichert wurde. Fordern Sie den eigentlichen Export an.
finding-empty-file = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist leer.
    .title = Leere Datei
    .help = Exportieren Sie die Daten erneut; gibt es nichts zu exportieren, lassen Sie die Datei weg.
    .about = Die Datei hat keinerlei Inhalt. Meist ist ein Export oder Download ohne Meldung fehlgeschlagen. Die Zahlen, die darin stehen sollten, fehlen in der Auswertung.
finding-limit-exceeded = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist größer, als die Auswertung zulässt{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Zu groß
    .help = Teilen Sie die Datei auf, zum Beispiel nach Partner oder Monat, oder entfernen Sie nicht benötigte Blätter.
    .about = Dateien kommen von außen; deshalb gelten Obergrenzen, noch bevor Speicher belegt wird. Was eine Grenze überschreitet, wird ausgelassen und fehlt in der Auswertung. Beispiel: eine kleine Datei, die beim Öffnen auf Gigabyte anwächst. Teilen Sie den Export in kleinere Dateien auf.
finding-file-took-too-long = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } brauchte zum Lesen länger als die Grenze von { $detail } und wurde ausgelassen.
    .title = Dauerte zu lange
    .help = Exportieren Sie die Daten noch einmal, ohne Formeln und Zeichnungen, oder teilen Sie die Datei auf; ist sie in Ordnung und einfach groß, heben Sie die Grenze mit --max-seconds an.
    .about = Jede Datei wird in einem eigenen Prozess gelesen, der nach Ablauf seiner Zeit beendet wird; die anderen Dateien werden trotzdem gelesen. Nichts aus dieser Datei ist in der Auswertung. Beispiel: eine kleine Datei, die Programme stundenlang beschäftigen soll.
finding-file-needs-too-much-memory = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } braucht zum Lesen mehr Speicher als die Grenze von { $detail } und wurde ausgelassen.
    .title = Braucht zu viel Speicher
    .help = Teilen Sie die Datei auf, zum Beispiel nach Partner oder Monat; ist sie in Ordnung und einfach groß, heben Sie die Grenze mit --max-memory an.
    .about = Jede Datei wird in einem eigenen Prozess mit begrenztem Speicher gelesen; die anderen Dateien werden trotzdem gelesen. Nichts aus dieser Datei ist in der Auswertung. Beispiel: eine kleine Datei, die beim Öffnen auf Gigabyte anwächst.
finding-file-crashed-the-reader = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist auf eine Weise beschädigt, die das Lesen abgebrochen hat, und wurde ausgelassen.
    .title = Lesen abgebrochen
    .help = Öffnen Sie die Datei in Excel und speichern Sie sie als neue .xlsx, oder bitten Sie um einen neuen Export.
    .about = Jede Datei wird in einem eigenen Prozess gelesen; eine, deren Schaden den Prozess beendet, kostet so nur sich selbst. Nichts aus dieser Datei ist in der Auswertung. Öffnet Excel sie ohne Hinweis, melden Sie sie bitte als Fehler des Programms.
finding-nothing-recognised = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } enthält kein Blatt, das nach Nutzung, Zertifizierungsliste oder Partnerstammdaten aussieht{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Nichts erkannt
    .help = Korrigieren Sie die Spaltenüberschriften oder geben Sie sie in einer Datei mit --columns an.
    .about = Ein Blatt wird an seinen Spaltenüberschriften erkannt: auf Deutsch, Englisch, Französisch, Italienisch, Portugiesisch oder Spanisch. In dieser Datei sind es nicht genug. Beispiel: eine Zusammenfassung, die nur ein Diagramm enthält. Stehen die Daten unter anderen Überschriften, geben Sie diese in einer Datei mit --columns an.
finding-missing-input = { $has-name ->
        [yes] „{ $name }“
       *[no] Eine Quelle
    } ist nicht vorhanden.
    .title = Quelle nicht gefunden
    .help = Prüfen Sie die Schreibweise des Pfads.
    .about = Eine Datei oder ein Ordner, der für den Lauf angegeben wurde, ist nicht vorhanden. Die Auswertung läuft ohne diese Quelle weiter, es können also Zahlen fehlen. Prüfen Sie den Namen und ob ein Netzlaufwerk verbunden ist.
finding-unsupported-file = { $has-name ->
        [yes] „{ $name }“
       *[no] Eine Datei
    } hat ein Format, das die Auswertung nicht liest{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Nicht unterstütztes Format
    .help = Enthält sie Daten für die Auswertung, speichern Sie sie als .xlsx oder .csv.
    .about = Gelesen werden Arbeitsmappen (.xlsx, .xlsm, .xlsb, .xls, .ods) und Texttabellen (.csv, .tsv, .txt). Alles andere im Ordner wird ausgelassen und hier genannt, damit nichts stillschweigend verschwindet. Beispiel: ein PDF neben den Exporten.
finding-same-file-twice = { $has-name ->
        [yes] „{ $name }“
       *[no] Eine Datei
    } hat denselben Inhalt wie { $has-other ->
        [yes] „{ $other }“
       *[no] eine andere Quelle
    } und wird ausgelassen.
    .title = Dieselbe Datei zweimal
    .help = Entfernen Sie eine der beiden Kopien.
    .about = Zwei Dateien stimmen Byte für Byte überein. Beide zu lesen brächte nur Duplikate; deshalb wird nur die erste verwendet. Beispiel: „Nutzung.xlsx“ und „Nutzung (1).xlsx“ im Download-Ordner.
finding-skipped-file = { $has-name ->
        [yes] „{ $name }“
       *[no] Eine Datei
    } wurde übergangen ({ $has-detail ->
        [yes] { $detail }
       *[no] temporäre oder versteckte Datei
    }).
    .title = Datei übergangen
    .help = Nichts, sofern sie keine Daten für die Auswertung enthält.
    .about = Sperrdateien, die Excel anlegt, solange eine Arbeitsmappe geöffnet ist (ihr Name beginnt mit ~$), versteckte Dateien und Systemdateien werden nicht gelesen. Eigene Daten enthalten sie nie. Auch Ordner mit früheren Ausgaben, Verknüpfungen mit Ordnern, Pipes und Geräte werden nicht gelesen.
finding-misnamed-file = { $has-name ->
        [yes] „{ $name }“
       *[no] Die Datei
    } ist in Wirklichkeit { $has-detail ->
        [yes] { $detail }
       *[no] von anderem Format
    }, auch wenn die Endung etwas anderes angibt. Der Inhalt wurde entsprechend gelesen.
    .title = Endung und Inhalt verschieden
    .help = Nichts; um die Warnung von Excel zu vermeiden, speichern Sie die Datei im richtigen Format.
    .about = Portale geben einem Text mit Tabulatoren oder einer Webseite oft die Endung .xls. Wie gelesen wird, entscheidet der Inhalt; die Zahlen sind also vollständig. Dieser Hinweis erscheint, weil Excel bei derselben Datei eine Warnung zeigt.

### Befunde: Blätter und Spalten

finding-missing-column = Dem Blatt „{ $sheet }“ fehlt eine Spalte{ $has-field ->
        [yes] : { $field }
       *[no] {""}
    }.
    .title = Spalte fehlt
    .help = Ergänzen Sie die Spalte oder geben Sie ihre Überschrift in einer Datei mit --columns an.
    .about = Das Blatt wurde erkannt, ist ohne diese Spalte aber nicht verwendbar. Beispiel: Nutzungsdaten ohne Spalte für aktive Benutzer. Entweder ist der Export unvollständig, oder die Spalte hat eine Überschrift, die die Listen nicht kennen; geben Sie diese dann in einer Datei mit --columns an.
finding-unreadable-sheet = { $has-sheet ->
        [yes] Das Blatt „{ $sheet }“
       *[no] Ein Blatt
    } ist nicht lesbar{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Blatt nicht lesbar
    .help = Öffnen Sie die Arbeitsmappe in Excel, speichern Sie sie erneut als .xlsx und legen Sie sie wieder ab.
    .about = Ein Blatt der Arbeitsmappe ist beschädigt; die übrigen Blätter wurden gelesen. Partner, deren Zahlen auf diesem Blatt stehen, werden möglicherweise zu niedrig eingestuft. Oft hilft es, die Arbeitsmappe in Excel erneut zu speichern.
finding-ambiguous-column = { $has-header ->
        [yes] Die Spalte „{ $header }“
       *[no] Eine Spalte
    } ist nicht eindeutig{ $has-field ->
        [yes] {" "}(mögliche Bedeutung: { $field })
       *[no] {""}
    }{ $has-other ->
        [yes] ; ebenso passt „{ $other }“
       *[no] {""}
    }.
    .title = Spalte nicht eindeutig
    .help = Benennen Sie eine der Spalten um oder geben Sie die Überschrift der richtigen in einer Datei mit --columns an.
    .about = Zwei Spalten kommen für dieselbe Bedeutung infrage, oder eine Spalte passt zu zwei Bedeutungen. Verwendet wurde die erste oder die ähnlichere. Beispiel: „Name“ und „Kundenname“ nebeneinander. Prüfen Sie, ob die richtige gewählt wurde.
finding-similar-header = { $has-header ->
        [yes] Die Spalte „{ $header }“
       *[no] Eine Spalte
    } wurde nicht verwendet{ $has-suggestion ->
        [yes] , ähnelt aber „{ $suggestion }“
       *[no] {""}
    }.
    .title = Überschrift fast richtig
    .help = Korrigieren Sie die Überschrift oder geben Sie sie in einer Datei mit --columns an.
    .about = Die Überschrift der Spalte ähnelt einer bekannten, ist aber nicht dieselbe. Eine Vermutung könnte falsch sein, deshalb wurde die Spalte nicht verwendet. Beispiel: „Aktve Benutzer“. Korrigieren Sie die Schreibweise und wiederholen Sie den Lauf.
finding-no-trial-column = Das Blatt „{ $sheet }“ hat weder eine Spalte für Testversionen noch eine SKU-Spalte: Testversionen sind nicht erkennbar.
    .title = Testversionen nicht erkennbar
    .help = Bestätigen Sie, dass der Export keine Testversionen enthält, oder exportieren Sie ihn mit der SKU.
    .about = Test-SKUs dürfen nicht zählen. Auf diesem Blatt sind sie nicht zu erkennen, wie beim Office-Nutzungsbericht des Portals üblich; daher wurden alle Zeilen als bezahlt behandelt. Die tatsächliche Zahl kann niedriger sein. Vergleichen Sie mit einem Export, der die SKU zeigt, bevor Sie sich auf ein knappes Ergebnis verlassen.
finding-no-association-column = Das Blatt „{ $sheet }“ hat keine Spalte für die Zuordnung: Keine seiner Zeilen kann zählen.
    .title = Zuordnungsspalte fehlt
    .help = Exportieren Sie die Nutzung mit der Partnerzuordnung (Zuordnungstyp).
    .about = Ein Kunde zählt nur, wenn ihm der Partner auf eine der anerkannten Arten zugeordnet ist. Ohne eine Spalte, die die Zuordnung nennt, ist das für keine Zeile des Blatts belegt. Beispiel: ein Nutzungsexport aus dem Admin Center des Kunden selbst.
finding-rows-above-header = Diese Zeile steht über der Kopfzeile des Blatts „{ $sheet }“, sieht nach Daten aus und wurde nicht gelesen.
    .title = Daten über der Kopfzeile
    .help = Wenn es Daten sind, verschieben Sie die Kopfzeile darüber und führen Sie die Auswertung erneut aus. Andernfalls ist nichts zu tun.
    .about = Eine Tabelle wird von ihrer Kopfzeile an abwärts gelesen. Eine Sortierung in Excel, die die Kopfzeile mitgenommen hat, lässt Daten darüber zurück, und eine Tabelle mit unbekannter Kopfzeile kann über einer bekannten stehen. Von solchen Zeilen wird nichts angerechnet. Beispiel: eine Zeile mit der ID eines Partners, einem Monat und aktiven Benutzern über der Zeile „MPN-ID, Kunde, Monat, Aktive Benutzer“.
finding-ignored-sheet = Das Blatt „{ $sheet }“ wurde nicht verwendet: Es sieht weder nach Nutzung noch nach Zertifizierungsliste oder Partnerstammdaten aus.
    .title = Blatt nicht verwendet
    .help = Nichts, sofern es keine Daten für die Auswertung enthält; andernfalls prüfen Sie die Überschriften.
    .about = Aus den Überschriften geht nicht hervor, was dieses Blatt enthält. Es wird genannt, damit nichts stillschweigend ausgelassen wird. Beispiel: ein Deckblatt, eine Pivot-Tabelle oder Notizen.
finding-hidden-sheet = Das Blatt „{ $sheet }“ ist in Excel ausgeblendet, wurde aber gelesen.
    .title = Ausgeblendetes Blatt gelesen
    .help = Prüfen Sie, ob seine Zeilen zählen sollen.
    .about = Ausgeblendete Blätter werden wie andere gelesen, denn ihre Angaben können echt sein. Man vergisst sie allerdings leicht: Eine alte Kopie der Daten auf einem ausgeblendeten Blatt kann Duplikate verursachen.
finding-unmapped-column = { $has-header ->
        [yes] Die Spalte „{ $header }“
       *[no] Eine Spalte
    } wurde nicht verwendet.
    .title = Spalte nicht verwendet
    .help = Nichts, sofern sie für die Auswertung unwichtig ist; andernfalls korrigieren Sie die Überschrift oder geben Sie sie in einer Datei mit --columns an.
    .about = Keine Liste kennt die Überschrift dieser Spalte, und die Regeln benötigen sie nicht. In den Berichten bleibt sie, wie sie ist. Beispiel: eine interne Kostenstelle.
finding-skipped-row = Die Zeile „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ wurde als Summe, Anmerkung oder wiederholte Überschrift angesehen und nicht angerechnet.
    .title = Zeile übergangen
    .help = Prüfen Sie, dass es nicht die Zeile eines Kunden ist.
    .about = Summen, Zwischensummen und wiederholte Überschriften würden Benutzer doppelt zählen. Erkannt werden sie an Wörtern wie „Gesamt“ oder „Zwischensumme“. Ein Kunde, der tatsächlich so heißt, muss umbenannt werden, etwa mit seinem vollständigen Firmennamen.

### Befunde: Zellen

finding-unreadable-count = { $has-value ->
        [yes] „{ $value }“
       *[no] Die Zelle
    } ist keine Anzahl aktiver Benutzer.
    .title = Anzahl nicht lesbar
    .help = { $has-formula ->
        [yes] Die Formel wurde nie berechnet: Öffnen Sie die Datei in Excel und speichern Sie sie.
       *[no] Tragen Sie in die Zelle eine ganze Zahl ab null ein.
    }
    .about = Aktive Benutzer werden in ganzen Zahlen gezählt. Text, Fehlerwerte wie #N/A, negative Zahlen und Brüche sagen nichts Sicheres aus; die Zeile trägt daher nichts bei, und das Problem bleibt offen. Beispiel: „k. A.“ oder „12,5“. Korrigieren Sie die Zelle an der Quelle.
finding-ambiguous-number = { $has-value ->
        [yes] „{ $value }“
       *[no] Die Zahl
    } lässt sich auf mehr als eine Weise lesen{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Mehrdeutige Zahl
    .help = Geben Sie die Zahl ohne Trennzeichen oder als echte Zahl ein.
    .about = Punkt und Komma können Tausender oder Dezimalstellen trennen, und sonst klärt auf dem Blatt nichts, was gemeint ist. Beispiel: „2.000“ sind 2000 Benutzer oder zwei. Eine Vermutung könnte über eine Stufe entscheiden; deshalb bleibt die Zeile offen, bis die Zahl eindeutig ist.
finding-unreadable-month = { $has-value ->
        [yes] „{ $value }“
       *[no] Die Zelle
    } ist kein Monat.
    .title = Monat nicht lesbar
    .help = Schreiben Sie den Monat als 2026-09 oder als Datum.
    .about = Es zählt nur die Nutzung des Bezugsmonats; eine Zeile ohne lesbaren Monat kann daher nicht zählen. Beispiel: „Q3“ oder „Vormonat“. Korrigieren Sie die Zelle an der Quelle.
finding-unreadable-date = { $has-value ->
        [yes] „{ $value }“
       *[no] Die Zelle
    } ist kein Datum.
    .title = Datum nicht lesbar
    .help = Geben Sie ein echtes Datum ein oder schreiben Sie es als 2026-09-30.
    .about = Der Tag, an dem ein Nachweis erworben wurde oder abläuft, entscheidet, ob er zählt. Ein nicht lesbares Datum lässt das offen. Beispiel: „31.02.2026“, ein Tag, den es nicht gibt.
finding-ambiguous-date = { $has-value ->
        [yes] „{ $value }“
       *[no] Das Datum
    } lässt sich auf mehr als eine Weise lesen{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Mehrdeutiges Datum
    .help = Schreiben Sie Datumsangaben als 2026-09-30 oder geben Sie sie als echte Daten ein.
    .about = Bei 03/04/2026 kann zuerst der Tag oder der Monat stehen, und sonst klärt in der Spalte nichts, was gemeint ist. Die Zeile zählt nicht und bleibt offen: Welche Lesart stimmt, wird nicht geraten. Ein einziges Datum der Spalte mit einem Tag über 12 würde es klären.
finding-unreadable-cell = Die Zelle ist nicht lesbar{ $has-value ->
        [yes] ; sie zeigt { $value }
       *[no] {""}
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Zelle nicht lesbar
    .help = Reparieren Sie die Zelle in Excel und speichern Sie die Datei erneut.
    .about = An dieser Stelle enthält die Datei keinen gültigen Wert, sondern etwa einen Fehlerwert oder eine Formel, die nie berechnet wurde. Die Zelle wurde ausgelassen, alles Übrige gelesen. Öffnen Sie die Datei in Excel, lassen Sie sie berechnen und speichern Sie sie.
finding-missing-workload = Die Zeile nennt keinen Workload.
    .title = Workload fehlt
    .help = Tragen Sie den Workload ein.
    .about = Aktive Benutzer zählen nur für einen bestimmten Workload. Eine Zeile, die keinen nennt, lässt sich nicht beurteilen und trägt nichts bei. Beispiel: ein Export, in dem der Workload nur in der ersten Zeile jedes Blocks steht. Füllen Sie die Zellen nach unten aus.
finding-missing-credential = Die Zeile nennt weder Prüfung noch Zertifizierung.
    .title = Prüfung oder Zertifizierung fehlt
    .help = Tragen Sie die Prüfung oder Zertifizierung ein oder entfernen Sie die Zeile.
    .about = Eine Zeile der Zertifizierungsliste besagt, dass eine Person einen Nachweis besitzt. Ohne dessen Namen belegt sie nichts.
finding-missing-partner = Die Zeile sagt nicht, zu welchem Partner sie gehört.
    .title = Partner fehlt
    .help = Tragen Sie die MPN-ID oder den Namen des Partners ein.
    .about = Jede Zeile gehört durch ID oder Namen zu einem Partner. Diese nennt keines von beiden und zählt daher für niemanden. Beispiel: ein Block, in dem der Name nur in der ersten Zeile steht. Füllen Sie die Zellen nach unten aus oder legen Sie für jeden Partner eine eigene Datei an.
finding-missing-person = Die Zeile sagt nicht, zu welcher Person sie gehört.
    .title = Person fehlt
    .help = Tragen Sie den Namen, die E‑Mail oder die MCP-ID ein.
    .about = Die Bedingungen gelten für ein und dieselbe Person; ein Nachweis ohne Person kann deshalb nicht zählen.
finding-unknown-status = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist kein bekannter Status.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekannter Status
    .help = Schreiben Sie „bestanden“ oder „nicht bestanden“.
    .about = Der Status besagt, ob eine Prüfung bestanden wurde. Ein Wort, das die Listen nicht kennen, lässt das offen; die Zeile zählt deshalb nicht, bis es geklärt ist. Beispiel: „In Klärung“.
finding-missing-customer = Die Zeile nennt keinen Kunden.
    .title = Kunde fehlt
    .help = Tragen Sie die Tenant-ID oder den Namen des Kunden ein.
    .about = Kunden werden an Tenant-ID oder Namen unterschieden; so werden Duplikate gefunden. Zeilen ohne beides gelten als ein einziger Kunde ohne Namen. Beispiel: Namen, die das Portal verborgen hat.
finding-unknown-workload = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist kein bekannter Workload.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekannter Workload
    .help = Korrigieren Sie die Schreibweise.
    .about = Es zählen nur die aufgeführten Workloads. Ein Wort, das keine Liste kennt, zählt nicht; es kann aber ein falsch geschriebener Workload sein, der zählt, und deshalb bleibt die Stufe offen. Beispiel: „Exchnge Online“.
finding-unknown-association = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist keine bekannte Zuordnung.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekannte Zuordnung
    .help = Korrigieren Sie das Wort.
    .about = Die Zuordnung entscheidet, ob ein Kunde zählt. Ein Wort, das keine Liste kennt, wird wie eine fehlende Zuordnung behandelt, bleibt aber ein offenes Problem. Beispiel: „Digital PoR (alt)“.
finding-unknown-trial = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ in der Spalte für Testversionen bedeutet weder Ja noch Nein.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekanntes Wort in der Spalte für Testversionen
    .help = Schreiben Sie Ja oder Nein.
    .about = Die Spalte für Testversionen entscheidet, ob eine Zeile zählt. Ist ihr Wort nicht bekannt, kann nur noch die SKU eine Testversion anzeigen. Beispiel: „vielleicht“.
finding-unknown-market = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist kein bekannter Markt.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekannter Markt
    .help = Schreiben Sie „Industrieland“ oder „Entwicklungsland“.
    .about = Der Markt bestimmt die Schwellenwerte. Ein unbekanntes Wort sagt nichts aus; dann entscheiden andere Quellen, und ohne solche gelten die höheren Schwellenwerte. Beispiel: „EMEA“.
finding-unknown-country = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist kein bekanntes Land.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekanntes Land
    .help = Schreiben Sie den Namen des Landes oder seinen zweistelligen Ländercode.
    .about = Gibt sonst nichts Auskunft über den Markt, entscheidet das Land des Partners. Ein unbekannter Name lässt den Markt offen. Beispiel: „Östereich“.
finding-unknown-language = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist keine Sprache der Berichte.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekannte Sprache
    .help = Schreiben Sie einen Code wie de oder en.
    .about = Die Partnerstammdaten können die Sprache des Berichts eines Partners angeben. Diese ist nicht verfügbar; deshalb gilt die Sprache des Laufs.
finding-unknown-tier = „{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }“ ist keine bekannte Stufe.{ $has-suggestion ->
        [yes] {" "}Meinten Sie „{ $suggestion }“?
       *[no] {""}
    }
    .title = Unbekannte Stufe
    .help = Schreiben Sie Gold, Silver oder keine.
    .about = Die hinterlegte Stufe steht neben der nachgewiesenen. Sie entscheidet nichts; die Auswertung läuft deshalb ohne sie weiter. Beispiel: „Platin“.
finding-unusual-partner-id = „{ $value }“ sieht nicht wie eine MPN-ID aus.
    .title = Ungewöhnliche Partner-ID
    .help = Prüfen Sie die ID; MPN-IDs bestehen aus Ziffern.
    .about = Eine ID, die nicht aus Ziffern besteht, wurde unverändert übernommen. Ist sie ein Versehen, werden die Zeilen eines Partners auf zwei verteilt. Beispiel: der Buchstabe O anstelle einer Null.

### Befunde: Wer ist wer

finding-ambiguous-partner-name = Der Name { $has-name ->
        [yes] „{ $name }“
       *[no] eines Partners
    } gehört zu mehreren IDs{ $has-ids ->
        [yes] : { $ids }
       *[no] {""}
    }. Zeilen ohne ID lassen sich keiner davon zuordnen.
    .title = Ein Name, mehrere IDs
    .help = Ergänzen Sie die MPN-ID in den Zeilen, die nur den Namen nennen.
    .about = Eine Zeile ohne ID gehört zu dem Partner, dessen Namen sie nennt, sofern genau eine ID diesen Namen trägt. Hier sind es mehrere; deshalb stehen diese Zeilen für sich. Beispiel: zwei Gesellschaften eines Konzerns mit demselben Namen.
finding-market-unknown = Der Markt { $has-partner ->
        [yes] von { $partner }
       *[no] des Partners
    } ist nicht bekannt{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. Die höheren Schwellenwerte wurden angewandt.
    .title = Markt nicht bekannt
    .help = Ergänzen Sie den Markt oder das Land in den Partnerstammdaten.
    .about = In einem Entwicklungsland erfordert Silver weniger aktive Berechtigungen. Gibt nichts Auskunft über den Markt, gelten die höheren Schwellenwerte, und das Ergebnis kann zu streng sein. Geben Sie den Markt oder das Land in den Partnerstammdaten an.
finding-market-contradictory = Die Quelldateien widersprechen sich beim Markt { $has-partner ->
        [yes] von { $partner }
       *[no] des Partners
    }{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }. Die höheren Schwellenwerte wurden angewandt.
    .title = Widersprüchlicher Markt
    .help = Korrigieren Sie den Markt an der Quelle; die Partnerstammdaten haben Vorrang.
    .about = Eine Quelle sagt Industrieland, eine andere Entwicklungsland. Bis das geklärt ist, gelten die höheren Schwellenwerte, und das Ergebnis kann zu streng sein.
finding-partner-names-differ = Die Quelldateien schreiben den Namen { $has-name ->
        [yes] von { $name }
       *[no] eines Partners
    } unterschiedlich{ $has-others ->
        [yes] : { $others }
       *[no] {""}
    }.
    .title = Verschiedene Namen eines Partners
    .help = Nichts, wenn es ein und dasselbe Unternehmen ist; andernfalls korrigieren Sie die ID.
    .about = Die Zeilen haben dieselbe MPN-ID und wurden als ein Partner behandelt. Stehen die Namen in Wahrheit für zwei Unternehmen, ist eine der IDs falsch, und Zahlen wurden vermischt.
finding-person-joined-by-email = { $has-name ->
        [yes] { $name }
       *[no] Eine Person
    } hat mehrere MCP-IDs{ $has-ids ->
        [yes] {" "}({ $ids })
       *[no] {""}
    } und gilt aufgrund der E‑Mail{ $has-email ->
        [yes] {" "}{ $email }
       *[no] {""}
    } als eine Person.
    .title = Eine Person, mehrere MCP-IDs
    .help = Nichts; prüfen Sie es, falls mehrere Personen dieselbe E‑Mail verwenden.
    .about = Es ist ein bekannter Fehler des Portals, dass eine Person zwei MCP-IDs hat. Die Prüfungen beider wurden zusammengeführt. Ein gemeinsames Postfach in der E‑Mail-Spalte würde verschiedene Personen vereinen; verwenden Sie dort daher keines.
finding-same-name-two-people = { $has-name ->
        [yes] „{ $name }“
       *[no] Ein Name
    } steht für zwei Personen: Ihre MCP-IDs und E‑Mails sind verschieden.
    .title = Gleicher Name, zwei Personen
    .help = Ist es eine Person, geben Sie beiden Zeilen dieselbe MCP-ID oder E‑Mail.
    .about = Zwei Personen eines Partners tragen denselben Namen, haben aber weder MCP-ID noch E‑Mail gemeinsam; sie wurden daher getrennt beurteilt. Ist es eine Person, würden die Prüfungen beider Zeilen zusammen zählen.

### Befunde: Beurteilung

finding-conflicting-duplicate = { $has-customer ->
        [yes] { $customer }
       *[no] Ein Kunde
    } ist { $has-times ->
        [yes] { $times }-mal
       *[no] zweimal
    }{ $has-workload ->
        [yes] {" "}für { $workload }
       *[no] {""}
    } mit verschiedenen Zahlen aufgeführt{ $has-times ->
        [yes] , von { $smaller } bis { $larger }
       *[no] : { $smaller } und { $larger }
    }{ $has-other ->
        [yes] {" "}(siehe { $other })
       *[no] {""}
    }. Angerechnet wurde die kleinere.
    .title = Widersprüchliche Duplikate
    .help = Klären Sie, welche Zahl richtig ist, und entfernen Sie die andere Zeile.
    .about = Zwei Zeilen stimmen in Partner, Kunde, Workload, SKU und Monat überein, nicht aber in der Zahl der aktiven Benutzer. Nur eine kann richtig sein; angerechnet wird die kleinere, und die Stufe, die sich aus der größeren ergäbe, wird als möglich angegeben. Beispiel: ein Export, der in einem Monat zweimal erstellt wurde.
finding-mixed-paths = Für { $has-tier ->
        [yes] { $tier }
       *[no] eine Stufe
    } würden Personen auf verschiedenen Wegen zusammen genügen{ $has-people ->
        [yes] {" "}(Anzahl: { $people })
       *[no] {""}
    }, doch jeder Weg wird für sich gezählt.
    .title = Personen auf gemischten Wegen
    .help = Klären Sie mit dem Partnerprogramm, ob Personen auf verschiedenen Wegen zusammengezählt werden dürfen.
    .about = Die Kompetenzseite verlangt eine bestimmte Anzahl Personen mit beiden Prüfungen oder eine bestimmte Anzahl mit der Zertifizierung. Dass beides gemischt werden darf, steht dort nicht. Die Auswertung zählt jeden Weg für sich und sagt Ihnen, wo eine gemischte Zählung genügt hätte.

### Befunde: der Lauf

finding-as-of-today = In keiner Quelldatei war ein Monat lesbar; deshalb gilt für alles der heutige Tag als Stichtag{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
    .title = Heute als Stichtag
    .help = Geben Sie den Stichtag mit --as-of an, damit ein späterer Lauf dasselbe Ergebnis liefert.
    .about = Stichtag ist in der Regel der letzte Tag des jüngsten Monats mit Nutzung. In keiner Quelldatei war ein Monat lesbar; deshalb trat das heutige Datum an seine Stelle. Derselbe Lauf kann morgen ein anderes Ergebnis liefern, weil Nachweise ablaufen.
finding-usage-after-as-of = { $count ->
        [one] { $count } Nutzungszeile liegt
       *[other] { $count } Nutzungszeilen liegen
    } nach dem Stichtag{ $has-month ->
        [yes] {" "}(bis { $month })
       *[no] {""}
    } und { $count ->
        [one] kann
       *[other] können
    } nicht zählen.
    .title = Nutzung nach dem Stichtag
    .help = Nichts, wenn der Stichtag so gewollt ist; andernfalls wählen Sie mit --as-of einen späteren.
    .about = Nur Nutzung bis zum Stichtag kann den Bezugsmonat bestimmen. Spätere Zeilen werden gezeigt, aber nicht angerechnet.
finding-missing-glyph = Keine verfügbare Schrift kann { $has-value ->
        [yes] „{ $value }“
       *[no] eines der Zeichen
    } darstellen{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }; das PDF zeigt ein Ersatzzeichen.
    .title = Zeichen ohne Schrift
    .help = Geben Sie mit --fonts DIR einen Ordner mit passenden Schriften an. Die Arbeitsmappe zeigt den Text vollständig.
    .about = Die eingebauten Schriften umfassen Latein, Griechisch und Kyrillisch, Arabisch und Hebräisch. Für andere Schriftsysteme wird eine Schrift des Computers verwendet, sofern vorhanden. Beispiel: der Name eines Kunden in chinesischen Zeichen auf einem Computer ohne chinesische Schriften.
finding-previous-unreadable = Die letzte Auswertung { $has-name ->
        [yes] „{ $name }“{" "}
       *[no] {""}
    }ist nicht lesbar{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Letzte Auswertung nicht lesbar
    .help = Verschieben Sie zuerst ihren Ordner; legen Sie dann eine unversehrte Kopie an seine Stelle oder werten Sie diesen Monat erneut aus.
    .about = Ein Vergleich benötigt die Ergebnisse eines früheren Laufs. Die der Auswertung dieses Monats im Arbeitsbereich sind beschädigt oder von anderer Art und wurden ausgelassen. Die Auswertung selbst ist vollständig, weiß aber nicht, was jene ergab.

## Die Befehlszeile

cli-column-partner = Partner
cli-column-id = MPN-ID
cli-column-tier = Stufe
cli-column-could-be = Möglich
cli-column-entitlements = Berechtigungen
cli-column-people = Personen
cli-column-risk = Risiko
cli-at-risk = gefährdet
cli-more-findings = … { $count ->
    [one] und { $count } weiterer; alle Befunde
   *[other] und { $count } weitere; alle Befunde
} stehen in results.json und portfolio.xlsx
cli-findings = Befunde: { $errors } Fehler, { $warnings ->
    [one] { $warnings } Warnung
   *[other] { $warnings } Warnungen
}, { $infos ->
    [one] { $infos } Hinweis
   *[other] { $infos } Hinweise
}
cli-written = { $partners ->
    [one] { $partners } Partner
   *[other] { $partners } Partner
} zum Stichtag { $date } für die Nutzung im { $month } beurteilt; die Berichte liegen in { $folder }

## Leere Arbeitsmappen (`tiergap template`)

template-subject = Leere Arbeitsmappe für eine Partnerauswertung
template-guide = Anleitung
template-guide-column = Spalte
template-guide-about = Was hineingehört
template-guide-example = Beispiel
template-guide-values = Werte zur Auswahl
template-usage-sheet = Nutzung
template-usage-guide-1 = Eine Zeile je Kunde, Workload, SKU und Monat.
template-usage-guide-2 = Aktive Benutzer sind eine ganze Zahl; lassen Sie keine Zelle leer, null ist eine Zahl wie jede andere.
template-usage-guide-3 = Eine Zeile zählt nur mit einer der Zuordnungen, die die Regeln nennen; eine Zelle kann mehrere enthalten, durch Kommas getrennt.
template-usage-guide-4 = Eigene Spalten dürfen Sie ergänzen: Sie bleiben im Bericht, für die Auswertung werden sie nicht verwendet.
template-roster-sheet = Zertifizierungen
template-roster-guide-1 = Eine Zeile je Person und Nachweis.
template-roster-guide-2 = Geben Sie die MCP-ID oder die E‑Mail an: Zeilen, die darin übereinstimmen, gehören zu einer Person.
template-roster-guide-3 = Geben Sie den Status oder das Erwerbsdatum an: Eine Zeile ohne beides belegt nichts und zählt nicht.
template-roster-guide-4 = Lassen Sie das Ablaufdatum leer, wenn ein Nachweis nie abläuft.
template-partners-sheet = Partner
template-partners-guide-1 = Eine Zeile je Partner.
template-partners-guide-2 = Gemeint ist der Markt des Partners, nicht der seiner Kunden. Er bestimmt den Schwellenwert für Silver.
template-partners-guide-3 = Ohne Markt entscheidet das Land, nach einer Liste, die nicht die von Microsoft ist.
template-partners-guide-4 = Gemeint ist die Sprache der Berichte des Partners.
template-partner-id = Partner-ID
    .about = Die MPN-ID des Partners: Ziffern.
    .example = 1234567
template-partner-name = Partnername
    .about = Der Name des Partners. Ohne ID zeigt der Name, um welchen Partner es geht.
    .example = Contoso Dienste
template-customer-id = Tenant-ID des Kunden
    .about = Die Tenant-ID des Kunden. Ohne sie unterscheidet der Name die Kunden.
    .example = 6a1f0c6e-0d5b-4c39-9d0a-2f5f3c6f1b11
template-customer-name = Kundenname
    .about = Der Name des Kunden.
    .example = Klinik Beta
template-workload = Workload
    .about = Der Workload, auf dem die Benutzer aktiv sind.
    .example = Exchange Online
template-sku = SKU
    .about = Das Angebot, wie es im Portal heißt. Eine Testversion wird am Namen erkannt.
    .example = OFFICE 365 ENTERPRISE E3
template-trial = Testversion
    .about = Ob es eine Testversion ist. Testversionen zählen nicht.
    .example = nein
template-association = Zuordnung
    .about = Wie der Partner dem Kunden zugeordnet ist.
    .example = Digital Partner of Record
template-active-users = Aktive Benutzer
    .about = Benutzer, die im Monat auf dem Workload aktiv waren.
    .example = 420
template-month = Monat
    .about = Der Monat der Nutzung.
    .example = 2026-09
template-person-id = MCP-ID
    .about = Die Microsoft-Zertifizierungs-ID der Person.
    .example = 10234567
template-person-name = Name der Person
    .about = Vor- und Nachname.
    .example = Anna Rossi
template-email = E-Mail
    .about = Die E‑Mail der Person.
    .example = anna.rossi@contoso.example
template-credential = Prüfung oder Zertifizierung
    .about = Die Prüfung oder Zertifizierung. Andere dürfen ebenfalls aufgeführt sein.
    .example = 70-346
template-status = Status
    .about = Ob sie bestanden wurde.
    .example = bestanden
template-achieved = Erwerbsdatum
    .about = Der Tag des Erwerbs.
    .example = 20.05.2016
template-expires = Ablaufdatum
    .about = Der Tag des Ablaufs; leer bedeutet: nie.
    .example = 20.05.2027
template-country = Land
    .about = Das Land des Partners, als Name oder Code.
    .example = Deutschland
template-market = Markt
    .about = Der Markt des Partners.
    .example = Industrieland
template-language = Sprache
    .about = Die Sprache seiner Berichte.
    .example = Deutsch
template-contact-email = Kontakt-E-Mail
    .about = Wer die Berichte erhält.
    .example = leitung@contoso.example
template-tier = Aktuelle Stufe
    .about = Die heutige Stufe.
    .example = Silver
template-anniversary = Jahrestag
    .about = Der Jahrestag der Mitgliedschaft.
    .example = 31.03.2027
template-passed = bestanden
template-not-passed = nicht bestanden
template-developed = Industrieland
template-developing = Entwicklungsland
template-no-tier = keine

finding-no-usage-in-month = Für { $month } liegt keine Nutzung vor{ $has-other ->
        [yes] ; der letzte Monat mit Nutzung ist { $other }
       *[no] {""}
    }. Kein Partner hat aktive Berechtigungen.
    .title = Keine Nutzung im Bezugsmonat
    .help = Prüfen Sie den Stichtag oder ergänzen Sie den Nutzungsexport dieses Monats.
    .about =
        Berechtigungen werden in einem einzigen Monat gezählt: dem letzten mit Nutzung bis zum Stichtag. Hier wurde keine Zeile dieses Monats gefunden; deshalb wird jeder Partner mit null Berechtigungen beurteilt. Meist nennt --as-of einen Tag vor Beginn der Exporte, oder der Nutzungsexport fehlt im Eingangsordner.

finding-partner-gone = { $name } war in der letzten Auswertung enthalten{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }, { $has-tier ->
        [yes] mit der Stufe { $tier }
       *[no] ohne Stufe
    }; jetzt nennt keine Quelldatei diesen Partner.
    .title = Partner fehlt seit der letzten Auswertung
    .help = Soll der Partner ausgewertet werden, ergänzen Sie seine Exporte im Eingangsordner.
    .about =
        Ein Partner der mit --previous angegebenen Auswertung kommt in keiner Quelldatei dieses Laufs vor, weder mit seiner ID noch mit seinem Namen, und erhält daher keinen Bericht. Ist er ausgeschieden, müssen Sie nichts tun. Andernfalls fehlt sein Export, oder seine ID ist in allen Zeilen falsch geschrieben.

cli-check-sheet = { $sheet }: { $role }{ $header ->
        [0] {""}
       *[other] , Überschriften in Zeile { $header }
    }, { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }
cli-used-known = bekannt, nicht benötigt
cli-used-workload = aktive Benutzer von { $name }
cli-used-credential = { $name }
cli-used-unmapped = nicht erkannt
cli-hint = Tipp

finding-sparse-reference-month = Der Bezugsmonat { $month } hat nur { $smaller ->
        [one] { $smaller } Nutzungszeile
       *[other] { $smaller } Nutzungszeilen
    }; für { $other } sind es { $larger }.
    .title = Wenige Zeilen im Bezugsmonat
    .help = Korrigieren Sie den Monat, falls er falsch geschrieben ist, oder werten Sie mit --as-of den früheren Monat aus.
    .about =
        Der letzte Monat mit Nutzung wird zum Bezugsmonat, und nichts anderes zählt. Hat er weniger als ein Zehntel der Zeilen des Vormonats, kann ein einziger falsch geschriebener Monat oder ein gerade erst begonnener Export die ganze Auswertung verschoben haben. Die Fundstelle nennt die erste Zeile dieses Monats.

### Details der Befunde: was eine Datei wirklich ist

detail-format-xlsx = eine Excel-Arbeitsmappe (.xlsx)
detail-format-xlsb = eine Excel-Binärarbeitsmappe (.xlsb)
detail-format-xls = eine Arbeitsmappe aus Excel 97–2003 (.xls)
detail-format-ods = eine OpenDocument-Tabelle (.ods)
detail-format-delimited = ein Text mit Trennzeichen (.csv)
detail-format-html = eine HTML-Tabelle (.html)
detail-format-spreadsheetml = eine SpreadsheetML-2003-Arbeitsmappe (.xml)
# $format ist ein Name wie PNG, ZIP, Word oder JSON.
detail-image = ein Bild ({ $format })
detail-archive = ein Archiv ({ $format })
detail-document = ein Dokument ({ $format })
detail-text-document = ein Textdokument ({ $format })
detail-presentation = eine Präsentation ({ $format })
detail-message = eine E‑Mail-Nachricht ({ $format })
detail-database = eine Datenbank ({ $format })
detail-other-file = eine Datei anderer Art ({ $format })
detail-old-excel = ein Arbeitsblatt aus { $format }, einer zu alten Version
detail-program = ein Programm
detail-binary = eine Folge von Binärdaten
detail-compound-without-workbook = eine Office-Datei im alten Format, die keine Arbeitsmappe enthält
detail-flat-opendocument = eine unkomprimierte OpenDocument-Datei; speichern Sie sie als .ods
detail-web-archive = ein Webarchiv (MHTML); speichern Sie es als .xlsx
detail-page-without-table = eine Webseite (HTML) ohne Tabelle

### Details der Befunde: Schäden. $technical ist, was die Bibliothek oder das System meldet, auf Englisch.
# Sie folgen auf einen Doppelpunkt, für eine Datei wie für ein Blatt: daher keine ganzen Sätze und kein Pronomen.

detail-damaged = beschädigt ({ $technical })
detail-damaged-xml = XML beschädigt ({ $technical })
detail-damaged-zip = ZIP-Container beschädigt ({ $technical })
detail-damaged-zip-end = abgeschnitten oder beschädigt; das Ende des ZIP-Containers fehlt
detail-damaged-zip-short = abgeschnitten oder beschädigt; der ZIP-Container endet zu früh
detail-damaged-directory = abgeschnitten oder beschädigt; das innere Verzeichnis fehlt
detail-damaged-workbook = abgeschnitten oder beschädigt; es ist keine Arbeitsmappe darin zu finden
detail-damaged-beyond-reader = auf eine Weise beschädigt, die das Lesen unmöglich macht
detail-cut-off = abgeschnitten
detail-part-missing = fehlender Teil „{ $part }“
detail-not-a-worksheet = Verweis auf etwas, das kein Arbeitsblatt ist
detail-no-worksheets = keine Arbeitsblätter vorhanden
detail-sheets-overlap = einander überlappende Blätter
detail-not-regular-file = keine gewöhnliche Datei
skip-hidden-folder = versteckter Ordner
skip-too-deep = zu viele Ordner tief
skip-output = Ausgabe eines Laufs
skip-link-to-folder = Verknüpfung mit einem Ordner
skip-link-nowhere = Verknüpfung, die ins Leere führt
skip-special = Pipe, Gerät oder dergleichen, keine Datei
detail-no-permission = keine Berechtigung zum Lesen
detail-gone = nicht mehr vorhanden
detail-system = Lesen vom System verweigert ({ $technical })
detail-reader-not-started = der Prozess, der sie liest, kann nicht gestartet werden ({ $technical })
detail-outside-grid = ihre Adresse liegt außerhalb des Tabellenrasters
detail-cell-type = ihr Typ ist unbekannt
detail-text-number = der Text Nummer { $number } fehlt unter den Texten der Arbeitsmappe
detail-text-missing = ihr Text fehlt unter den Texten der Arbeitsmappe
detail-open-quote = hier öffnet sich ein Anführungszeichen und zieht { $lines ->
        [one] { $lines } Zeile
       *[other] { $lines } Zeilen
    } in diese eine Zelle
detail-open-quote-ignored = hier öffnet sich vor { $lines ->
        [one] { $lines } Datenzeile
       *[other] { $lines } Datenzeilen
    } ein Anführungszeichen, das niemand schließt; die Zeile wurde ohne es gelesen

### Details der Befunde: Grenzen

detail-limit-bytes = { $size } Byte, mehr als { $limit }
detail-limit-inflated = zu viele Bytes nach dem Entpacken
detail-limit-piece = ein Teilstück mit mehr als { $limit } Byte
detail-sheet-name-cut = der Name eines Blattes ist länger als { $limit } Byte und wurde gekürzt
detail-empty-sheets = { $number } leere Blätter nach den ersten { $limit } wurden weggelassen
detail-limit-sheets = mehr als { $limit } Blätter
detail-limit-parts = { $size } Teile, mehr als { $limit }
detail-limit-page = eine Webseite mit { $size } Byte, mehr als { $limit }
detail-limit-workbook = eine Arbeitsmappe mit mehr als { $limit } MB
detail-limit-record = ein Datensatz mit { $size } Byte, mehr als { $limit }
detail-limit-cells = mehr als { $limit } Zellen
detail-limit-texts = mehr als { $limit } Texte
detail-limit-repeated = mehr als { $limit } wiederholte Zellen
detail-limit-area = mehr als { $limit } Zellen, die leeren dazwischen mitgezählt
detail-limit-shared-cells = Blätter, die sich ihre Zellen teilen
detail-cell-cut = ein Zelltext mit mehr als { $limit } Byte, der gekürzt wurde

finding-language-not-available = In der Sprache „{ $value }“ gibt es noch keine Texte; stattdessen wird { $language } verwendet.
    .title = Sprache nicht verfügbar
    .help = Nichts; tragen Sie eine andere Sprache ein, falls der Partner diese besser liest.
    .about = Die Partnerstammdaten können die Sprache des Berichts eines Partners angeben. Diese Sprache wurde erkannt, das Programm enthält dafür aber keine Texte; deshalb erscheint der Bericht in der Sprache des Laufs. Beispiel: „Polnisch“. Tragen Sie eine der verfügbaren Sprachen ein, falls der Partner diese besser liest.

## The workspace: `tiergap.toml`, waivers

severity-settled = Erledigt
finding-settled-help = Nichts: Der Prüfer hat es so angenommen, wie es ist.
usage-reason-left-out = Vom Prüfer ausgenommen
    .title = Vom Prüfer ausgenommen
    .remedy = Der Prüfer hat entschieden, dass diese Zeilen nicht zählen; die Datenbefunde sagen, warum.
roster-reason-left-out = Vom Prüfer ausgenommen
waiver-decision-accept = der Befund „{ $code }“ wird so angenommen, wie er ist
waiver-decision-leave-out = zählt nicht
waiver-decision-read-as = als „{ $to }“ gelesen statt als „{ $from }“
waiver-decision-associated = gilt als zugeordnet ({ $word })
setting-two-market-lists = sowohl „markets“ als auch „[market-list]“ sind angegeben; die Liste in der Datei gilt
setting-cell-twice = eine frühere Ausnahme liest dieselbe Zelle anders, und sie wurde angewendet
setting-column-unused = kein Blatt hat eine Spalte „{ $word }“
setting-country-unknown = kein Land hat den Code „{ $word }“
setting-partner-unknown = kein Partner heißt „{ $word }“
setting-partners-overlap = „{ $word }“ steht auch im [[same-partner]] von Zeile { $line }, Spalte { $column }; jenes wurde angewendet, dieses nicht
setting-no-folder = es gibt keinen Ordner „{ $word }“
setting-read-and-left-out = die Ausnahme in Zeile { $line }, Spalte { $column } lässt diese Zelle aus; als was sie gelesen wird, zählt daher nicht
previous-damaged = die Datei ist beschädigt oder stammt nicht von tiergap
previous-same-day = auch die Auswertung eines früheren Monats gilt zum { $date }
finding-waiver-applied = Vom Prüfer entschieden ({ $by }{ $has-date ->
        [yes] , bis { $date }
       *[no] {""}
    }): { $decision }.{ $has-reason ->
        [yes] {" "}Grund: { $reason }.
       *[no] {""}
    }
    .title = Vom Prüfer entschieden
    .help = Nichts; melden Sie sich beim Prüfer, wenn es nicht stimmt.
    .about = Der Prüfer hat im Arbeitsbereich etwas zu diesen Daten entschieden: Ein Befund wird so angenommen, wie er ist, eine Zelle wird anders gelesen, Zeilen zählen nicht, oder ein Kunde gilt als zugeordnet. Jeder Bericht, den es betrifft, sagt das, mit Grund, Namen und Frist. Beispiel: eine Zahl mit einem Buchstaben statt einer Ziffer, am Telefon bestätigt.
finding-waiver-expired = { $name }, Zeile { $line }, Spalte { $column }: Diese Ausnahme ist abgelaufen{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    } und wurde nicht angewendet.
    .title = Ausnahme abgelaufen
    .help = Prüfen Sie sie neu: Geben Sie ein späteres „until“ an oder löschen Sie sie.
    .about = Eine Ausnahme gilt bis zu dem Tag, den sie nennt, verglichen mit dem Stichtag der Auswertung. Danach wird sie nicht mehr angewendet, damit nichts aus Versehen für immer entschieden bleibt.
finding-waiver-unmatched = { $name }, Zeile { $line }, Spalte { $column }: Diese Ausnahme trifft auf nichts in diesen Dateien zu und wurde nicht angewendet.
    .title = Ausnahme, die auf nichts zutrifft
    .help = Löschen Sie sie, wenn die Daten inzwischen stimmen; berichtigen Sie sonst, was sie nennt.
    .about = Eine Ausnahme nennt eine Datei, Zellen, einen Kunden oder einen Partner und vielleicht einen Befund. Nichts in den Dateien ist so: Die Daten wurden berichtigt, an ihrer Stelle liegt ein anderer Export, oder ein Name ist falsch geschrieben. Beispiel: Die Zelle F17 der Datei vom letzten Quartal enthält jetzt eine andere Zeile.
finding-partners-joined = { $ids } gelten als ein Partner{ $has-by ->
        [yes] {" "}({ $by })
       *[no] {""}
    }.{ $has-reason ->
        [yes] {" "}Grund: { $reason }.
       *[no] {""}
    }
    .title = Partner, die als einer gelten
    .help = Nichts; melden Sie sich beim Prüfer, wenn es nicht derselbe ist.
    .about = Der Arbeitsbereich sagt, dass diese MPN-IDs und Namen ein Partner sind. Alle ihre Zeilen wurden zusammen beurteilt.
finding-contradictory-setting = { $name }, Zeile { $line }, Spalte { $column }: { $detail }.
    .title = Einstellungen, die sich widersprechen
    .help = Behalten Sie eine von beiden.
    .about = Die Datei des Arbeitsbereichs sagt zweierlei über ein und dasselbe. Eines davon wurde verwendet; die Meldung sagt, welches.
finding-unused-setting = { $name }, Zeile { $line }, Spalte { $column }: { $detail }.
    .title = Einstellung ohne Wirkung
    .help = Berichtigen oder löschen Sie sie.
    .about = Die Datei des Arbeitsbereichs sagt etwas, das auf nichts in diesen Dateien zutrifft. Oft ist ein Name falsch geschrieben, oder der Export hat sich geändert. Beispiel: ein eigener Spaltenname, den kein Blatt hat.

## Comparing reviews, trends

# What changed, and over several reviews. trend-title is a sheet's name: at most 31 characters.
trend-title = Verlauf
trend-intro = Was jede Auswertung ergab, die älteste zuerst.
trend-tiers-title = Partner nach Stufe über alle Auswertungen
column-review = Auswertung
column-problem = Problem
column-whom = Betrifft
changes-findings-title = Datenprobleme
changes-new = neu
changes-settled = entfallen

compare-title = Vom { $from } zum { $to }
compare-sorted = Die Auswertungen werden in der Reihenfolge ihrer Stichtage verglichen, gleich in welcher Reihenfolge sie hier stehen.
compare-rules = Die Auswertungen folgen verschiedenen Regeln ({ $rules }): Änderungen können allein daher rühren.
compare-nothing = Nichts hat sich geändert.
compare-tier-changes = Geänderte Stufen
compare-entitlements = Aktive Berechtigungen
compare-people = Zertifizierte Personen
compare-persons = Wer zählt
compare-customers = Kunden
compare-customers-unnamed = Eine der Auswertungen nennt ihre Kunden nicht: Sie lassen sich nicht vergleichen.
compare-partners-new = Neue Partner
compare-partners-gone = Weggefallene Partner
compare-findings-new = Neue Befunde
compare-findings-gone = Weggefallene Befunde
compare-more = … und { $count } weitere; --format json nennt alle

finding-previous-other-rules = Die Auswertung zum { $date } folgt Ausgabe { $value } ihrer Regeln, diese Ausgabe { $other }: Änderungen können allein daher rühren.
    .title = Frühere Auswertung nach anderen Regeln
    .help = Werten Sie die früheren Eingaben nach den heutigen Regeln aus, wenn nur Änderungen der Zahlen interessieren.
    .about = Änderungen seit einer früheren Auswertung sagen am meisten, wenn beide denselben Regeln folgen. Unterscheiden sich die Regeln, und sei es nur in der Ausgabe, kann eine Stufe steigen oder sinken, ohne dass sich eine Zahl geändert hat. Beispiel: Eine Auswertung nach der Ausgabe vom 2017-06-27 wird mit einer nach der Ausgabe vom 2017-07-07 verglichen, die eine Zuordnung mehr zählt. Falsch ist keine von beiden; wenn Sie nur die Änderungen der Zahlen sehen wollen, werten Sie die früheren Eingaben nach den heutigen Regeln aus.

## Risk ahead, what-if

# What could cost a tier that is held, and does not yet put it at risk.
ahead-title = Künftige Risiken
# $first: review or anniversary, whichever comes first; same: both on one day; none: no anniversary is known.
ahead-days = { $first ->
        [review] Die nächste Auswertung ist am { $review } fällig, vor dem Jahrestag am { $anniversary }.
        [anniversary] Der Jahrestag am { $anniversary } liegt vor der nächsten Auswertung, die am { $review } fällig ist.
        [same] Die nächste Auswertung und der Jahrestag fallen beide auf den { $review }.
       *[none] Die nächste Auswertung ist am { $review } fällig.
    }
ahead-expiry = { $credential } von { $person } läuft am { $date } ab, vor { $before ->
        [both] der nächsten Auswertung und dem Jahrestag
        [review] der nächsten Auswertung
       *[anniversary] dem Jahrestag
    }. { $falls ->
        [none] Ohne diesen Nachweis bleibt keine Stufe.
       *[other] Ohne diesen Nachweis bleibt die Stufe { $tier }.
    }
ahead-person = { $falls ->
        [none] Die Stufe hängt von { $person } ab: Ohne diese Person bleibt keine Stufe.
       *[other] Die Stufe hängt von { $person } ab: Ohne diese Person bleibt { $tier }.
    }
ahead-more-people = { $count ->
        [one] Ebenso hängt sie von einer weiteren Person ab.
       *[other] Ebenso hängt sie von { $count } weiteren Personen ab.
    }
ahead-customer = { $falls ->
        [none] Die Stufe hängt von { $customer } ({ $amount }) ab: Ohne diesen Kunden bleibt keine Stufe.
       *[other] Die Stufe hängt von { $customer } ({ $amount }) ab: Ohne diesen Kunden bleibt { $tier }.
    }
ahead-more-customers = { $count ->
        [one] Ebenso hängt sie von einem weiteren Kunden ab.
       *[other] Ebenso hängt sie von { $count } weiteren Kunden ab.
    }
# Short forms, for the reviewer's list of all partners.
ahead-short-expiry = { $credential } von { $person } bis { $date }: { $falls ->
        [none] dann keine Stufe
       *[other] dann { $tier }
    }.
ahead-short-without = Ohne { $who }: { $falls ->
        [none] keine Stufe
       *[other] { $tier }
    }.
ahead-short-more = { $count ->
        [one] einen weiteren
       *[other] { $count } weitere
    }

whatif-title = { $name }, zum { $date }: jetzt { $now }, dann { $then }
whatif-title-same = { $name }, zum { $date }: jetzt { $now }, dann weiterhin { $then }
whatif-title-now = { $name }, zum { $date }: { $now }
whatif-associate = { $customer } ordnet sich den Partner zu
whatif-convert = { $customer } wandelt die Testversionen um
whatif-hold = { $person } erwirbt { $credential }
whatif-add-people = { $count ->
        [one] { $count } weitere zertifizierte Person
       *[other] { $count } weitere zertifizierte Personen
    }
whatif-add-users = { $count ->
        [one] { $count } weiterer aktiver Benutzer von { $workload }
       *[other] { $count } weitere aktive Benutzer von { $workload }
    }
whatif-without = ohne { $who }
whatif-no-effect = ändert nichts{ $has-reasons ->
        [yes] {" "}({ $reasons })
       *[no] {""}
    }
whatif-held = bereits vorhanden
whatif-associated = bereits zugeordnet
whatif-no-trial = hat keine Testversionen
whatif-counts = zählt bereits, daher nicht nötig
whatif-did-not-count = zählte ohnehin nicht
whatif-lacks = { $missing } fehlt noch
whatif-other-path = zählt auf einem anderen Weg als die übrigen
whatif-column-then = Dann

## Mail

mail-column-partner = Partner
mail-column-contact = Kontakt
mail-column-language = Sprache
mail-column-subject = Betreff
mail-column-attachments = Anhang
mail-column-status = Stand
mail-attachment = { $kind } { $size } KB
mail-ready = bereit
mail-drafted = Entwurf { $file }
mail-sent = gesendet
mail-refused = abgelehnt: { $why }
mail-failed = nicht gesendet: { $why }
mail-unknown = ob gesendet, kann niemand sagen: { $why }
mail-not-tried = nicht versucht
mail-held-no-contact = zurückgehalten: die Partnerliste nennt keinen Kontakt
mail-held-several = zurückgehalten: der Kontakt hat mehr als eine Adresse
mail-held-address = zurückgehalten: der Kontakt ist keine brauchbare Adresse
mail-held-letters = zurückgehalten: die Adresse hat Buchstaben, die viele Mailserver nicht annehmen
mail-held-errors = zurückgehalten: Fehler in den Daten ({ $codes })
mail-held-changed = zurückgehalten: { $file } wurde seit der Prüfung geändert
mail-held-missing = zurückgehalten: { $file } fehlt
mail-held-sent = gesendet am { $date }
mail-held-sent-before = gesendet am { $date }, bevor die Prüfung wiederholt wurde
mail-held-unknown = zurückgehalten: das Senden am { $date } brach ab
mail-shared = { $address } ist der Kontakt von { $partners }: jede dieser Nachrichten geht dorthin
mail-told-ready = { $count ->
        [one] { $count } Nachricht ist bereit
       *[other] { $count } Nachrichten sind bereit
    }, { $before } schon gesendet, { $held } zurückgehalten; nichts wurde gesendet
mail-told-drafts = { $count ->
        [one] { $count } Entwurf liegt in { $folder }
       *[other] { $count } Entwürfe liegen in { $folder }
    }, { $before } Nachrichten schon gesendet, { $held } zurückgehalten
mail-told-sent = { $sent ->
        [one] { $sent } Nachricht gesendet
       *[other] { $sent } Nachrichten gesendet
    }, { $failed } nicht gesendet, { $before } schon vorher gesendet, { $held } zurückgehalten
mail-told-closed = das Senden endete vorzeitig: { $why }
mail-hint-next = --drafts schreibt Entwürfe, --send --to-me sendet alles an Sie selbst, --send sendet an die Partner
mail-hint-ledger = was gesendet wurde, steht in { $file }; ein weiterer Aufruf sendet nur, was fehlt
mail-hint-unknown = fragen Sie den Partner oder sehen Sie in den gesendeten Nachrichten nach; fehlt die Nachricht, nennen Sie den Partner mit --resend
mail-hint-server = prüfen Sie host, port, security und Anmeldung in [mail.smtp] von { $file }, und ob dieser Rechner den Server erreicht
mail-told-kept = { $count ->
        [one] { $count } früherer Entwurf bleibt, wie er war
       *[other] { $count } frühere Entwürfe bleiben, wie sie waren
    }

## Watching the inbox

watch-begins = { $folder } wird beobachtet; { $files ->
    [0] noch liegt nichts darin
    [one] eine Datei liegt schon darin
   *[other] { $files } Dateien liegen schon darin
}. Strg-C beendet.
watch-polls = Änderungen werden hier nicht gemeldet ({ $detail }); der Ordner wird alle { $seconds } Sekunden durchgesehen.
watch-gone = entfernt: { $file }
watch-passed = übergangen: { $file }
watch-unreachable = { $folder } ist nicht erreichbar; es wird darauf gewartet.
watch-reachable = { $folder } ist wieder erreichbar.
watch-runs = Es kommt nichts mehr: Die Auswertung läuft erneut.
watch-nothing = In { $folder } ist nichts eingetroffen, daher gab es nichts zu prüfen.
watch-nothing-to-run = In { $folder } ist nichts eingetroffen, daher lief die Auswertung nicht.

## Verifying and signing a review

endorsement-title = Vermerk und Freigabe
endorsement-signed = Freigegeben von { $name } am { $date }. Gegenstand der Freigabe: results.json, SHA-256 { $hash }
endorsement-noted = Vermerk vom { $date }
sign-off-done = { $name } hat die Auswertung in { $folder } freigegeben; freigegeben ist { $file }, und das Portfolio sagt es auf der ersten Seite.
sign-off-noted = Der Vermerk steht auf der ersten Seite des Portfolios in { $folder }.
verify-unchanged = { $files ->
    [one] Die einzige Datei der Auswertung ist unverändert.
   *[other] Alle { $files } Dateien der Auswertung sind unverändert.
}
verify-changed = Die Auswertung ist nicht mehr so, wie sie geschrieben wurde:
verify-file = { $how ->
    [missing] fehlt: { $file }
    [added] hinzugekommen: { $file }
   *[changed] geändert: { $file }
}
verify-disagrees = { $what ->
    [tool] manifest.json und results.json nennen verschiedene Programme.
    [ruleset] manifest.json und results.json nennen verschiedene Regeln.
    [inputs] manifest.json und results.json nennen verschiedene Quelldateien.
    [reports] manifest.json und results.json nennen verschiedene Berichte.
    [signature] Freigegeben wurde eine andere results.json als die vorhandene.
   *[unreadable] results.json oder sign-off.json ist nicht lesbar.
}
verify-inputs-same = { $files ->
    [one] Die Quelldatei ist die ausgewertete.
   *[other] Alle { $files } Quelldateien sind die ausgewerteten.
}
verify-inputs-changed = Die Quelldateien sind nicht die ausgewerteten; gleich geblieben: { $files }
verify-signed = Freigegeben von { $name } am { $date }: { $holds ->
    [yes] Was freigegeben wurde, liegt unverändert vor.
   *[no] Was freigegeben wurde, liegt nicht mehr so vor.
}
verify-not-signed = Nicht freigegeben.

## Shards

shard-written = Teil { $shard }: { $partners } von { $all } Partnern ausgewertet und nach { $folder } geschrieben
