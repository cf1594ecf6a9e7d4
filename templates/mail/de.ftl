# Die Nachricht, die mit dem Bericht an einen Partner geht, auf Deutsch. Was im Bericht selbst steht (wo der Partner
# steht, der Plan, die Risiken), wird mit den Worten von `text/de.ftl` gesagt.

letter-subject = Partnerprüfung { $month }: { $name }
# Steht vor dem Betreff, wenn eine Nachricht an die Prüfenden statt an den Partner geht.
letter-preview = Vorschau, für { $address }
letter-greeting = Guten Tag,
letter-intro = so steht { $name } in unserer Prüfung von { $subject } für { $month } da, Stand { $date }.
letter-more-steps = { $count ->
        [one] Der Bericht nennt { $count } weiteren Schritt.
       *[other] Der Bericht nennt { $count } weitere Schritte.
    }
letter-attached = Im Anhang finden Sie die Gap-Analyse (PDF). Sie zeigt jede Zahl mit ihrer Quelle: was zählt, was nicht zählt und warum.
letter-attached-both = Im Anhang finden Sie die Gap-Analyse (PDF) und die Arbeitsmappe dazu (Excel). Sie zeigen jede Zahl mit ihrer Quelle: was zählt, was nicht zählt und warum.
letter-ask = Ist Ihnen etwas anders bekannt, oder haben Sie Fragen? Antworten Sie einfach auf diese Nachricht.
letter-closing = Mit freundlichen Grüßen
# Name der angehängten Dateien, ohne Endung; $month wird als 2026-09 geschrieben.
letter-file = Gap-Analyse { $name } { $month }
