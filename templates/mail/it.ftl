# Il messaggio che va a un partner con il suo report, in italiano. Ciò che sta nel report stesso (la situazione del
# partner, il piano, i rischi) è detto con le parole di `text/it.ftl`.

letter-subject = Verifica partner { $month }: { $name }
# Sta davanti all'oggetto quando un messaggio va a chi verifica e non al partner.
letter-preview = Anteprima, per { $address }
letter-greeting = Buongiorno,
letter-intro = ecco la situazione di { $name } nella nostra verifica di { $subject } per { $month }, al { $date }.
letter-more-steps = { $count ->
        [one] Il report indica { $count } altro passo.
       *[other] Il report indica altri { $count } passi.
    }
letter-attached = In allegato trova l’analisi degli scostamenti (PDF). Mostra ogni cifra con la sua fonte: che cosa conta, che cosa non conta e perché.
letter-attached-both = In allegato trova l’analisi degli scostamenti (PDF) e la relativa cartella di lavoro (Excel). Mostrano ogni cifra con la sua fonte: che cosa conta, che cosa non conta e perché.
letter-ask = Qualcosa non corrisponde a quanto Le risulta, o ha domande? Basta rispondere a questo messaggio.
letter-closing = Cordiali saluti
# Nome dei file allegati, senza estensione; $month è scritto come 2026-09.
letter-file = Analisi degli scostamenti { $name } { $month }
