# Testi in italiano. Ogni file di lingua ha le stesse chiavi con gli stessi valori tra parentesi graffe.
# `$has-x` è `yes` dove il testo `$x` c'è e `no` dove è vuoto.

### Elenchi, numeri, parole brevi

list-comma = {", "}
list-semicolon = {"; "}
list-and = { $first } e { $last }
list-or = { $first } o { $last }
list-or-else = { $first }, oppure { $last }
percent = { $number }%
word-yes = Sì
word-no = No
word-met = soddisfatto
word-not-met = non soddisfatto
page = Pagina { $page } di { $pages }
cells-and-more = { $cells } e { $more ->
        [one] un’altra
       *[other] altre { $more }
    }
footer = { $tool } · Regole { $rules }, edizione { $edition } · Situazione al { $date }

severity-error = Errore
severity-warning = Avviso
severity-info = Nota

tier-gold = Gold
tier-silver = Silver
tier-none = Nessun livello

market-developed = Mercato sviluppato
market-developing = Mercato in sviluppo
market-none = Mercato sconosciuto

role-usage = Utilizzo dei clienti
role-roster = Elenco delle certificazioni
role-partners = Anagrafica dei partner
role-none = Non utilizzato
role-unread = Non leggibile

# Ciò che si legge al posto di un nome che è di un altro partner.
alias-file = Origine { $number }
alias-sheet = Foglio { $number }
alias-partner = Altro partner
alias-text = …

metric-entitlements = Diritti attivi
metric-people = Persone certificate
amount-entitlements = { $count ->
        [one] { $count } diritto attivo
       *[other] { $count } diritti attivi
    }
amount-people = { $count ->
        [one] { $count } persona certificata
       *[other] { $count } persone certificate
    }

# Parole delle regole che la lingua ha di proprio; le altre vengono dagli elenchi di parole.
exam = Esame { $number }
exams = Esami { $numbers }
# Dentro una frase.
exam-named = l’esame { $number }
exams-named = gli esami { $numbers }
# Dopo i due punti, e dopo il verbo che lo dice superato.
exam-missing = esame { $number }
exams-missing = esami { $numbers }
exam-passed = l’esame { $number }
label-delegated-administrator = amministratore delegato (Delegated Administrator)

field-partner-id = ID partner
field-partner-name = nome del partner
field-partner-country = paese del partner
field-partner-market = mercato del partner
field-country = paese
field-market = mercato
field-customer-id = ID cliente
field-customer-name = nome del cliente
field-customer-country = paese del cliente
field-workload = carico di lavoro
field-sku = SKU
field-product = prodotto
field-trial = versione di prova
field-association = associazione
field-active-users = utenti attivi
field-month = mese
field-person-id = ID MCP
field-person-name = nome della persona
field-first-name = nome
field-last-name = cognome
field-email = e‑mail
field-credential = esame o certificazione
field-credential-type = tipo di qualifica
field-status = stato
field-achieved = data di conseguimento
field-expires = data di scadenza
field-language = lingua
field-contact-email = e‑mail di contatto
field-tier = livello
field-anniversary = anniversario
field-known = colonna nota

### Perché una riga non conta

usage-reason-unreadable = Non leggibile{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Non leggibile
    .remedy = Correggere nell’esportazione le celle indicate in “Segnalazioni sui dati” e ripetere la verifica. Fino ad allora queste righe non aggiungono nulla.
usage-reason-workload-not-eligible = Il carico di lavoro non conta{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Carico di lavoro che non conta
    .remedy = Contano solo gli utenti attivi dei carichi di lavoro elencati nelle regole. Non serve fare nulla, a meno che un nome sia scritto male.
usage-reason-trial = SKU di prova{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = SKU di prova
    .remedy = Questi utenti conteranno quando il cliente avrà convertito la versione di prova in un abbonamento a pagamento.
usage-reason-no-qualifying-association = Nessuna associazione valida
    .title = Nessuna associazione valida
    .remedy = Gli utenti del mese di riferimento non ancora conteggiati conteranno quando il cliente avrà associato il partner in uno dei modi ammessi dalle regole.
usage-reason-outside-reference-month = Altro mese{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Fuori dal mese di riferimento
    .remedy = Conta solo il mese di riferimento. Non serve fare nulla, a meno che un mese sia sbagliato.
usage-reason-duplicate = Duplicato{ $has-detail ->
        [yes] {" "}di { $detail }
       *[no] {""}
    }
    .title = Duplicato
    .remedy = Lo stesso cliente, carico di lavoro, SKU e mese è già conteggiato. Non serve fare nulla.
not-counted-conflict =
    .title = Duplicato con un altro numero
    .remedy = Lo stesso cliente, carico di lavoro, SKU e mese è conteggiato con il numero minore. Stabilire quale numero è giusto e togliere l’altra riga.

roster-reason-unreadable = Non leggibile
roster-reason-not-required = Non richiesto da queste regole
roster-reason-not-passed = Non superato
roster-reason-after-as-of = Conseguito dopo la data di riferimento{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
roster-reason-expired = Scaduto{ $has-detail ->
        [yes] {" "}il { $detail }
       *[no] {""}
    }
roster-reason-no-proof = Mancano sia lo stato sia la data
roster-reason-duplicate = Già conteggiato per questa persona

### Colonne

column-active-users = Utenti attivi
column-actual = Conteggiati
column-change = Dalla verifica precedente
column-code = Codice
column-could-be = Possibile
column-counted = Conteggiato
column-counts = Conta
column-customer = Cliente
column-email = E-mail
column-entitlements = Diritti
column-file = File
column-help = Cosa fare
column-mcp-id = ID MCP
column-message = Problema
column-next-tier = Livello successivo
column-partner = Partner
column-person = Nome
column-place = Posizione
column-problems = Problemi nei dati
column-reason = Motivo
column-remark = Osservazione
column-required = Richiesti
column-requirement = Requisito
column-risk = Rischio
column-role = Usato come
column-rows = Righe
column-severity = Gravità
column-sha256 = SHA-256
column-sheet = Foglio
column-shortfall = Mancanti
column-sku = SKU
column-source = Origine
column-status = Stato
column-tier = Livello
column-total = Totale
column-value = Valore letto
column-verdict = Esito
column-workload = Carico di lavoro

fact-anniversary = Anniversario
fact-as-of = Data di riferimento
fact-country = Paese
fact-current-tier = Livello registrato
fact-edition = Edizione delle regole
fact-inputs = File di origine
fact-market = Mercato
fact-month = Mese di riferimento
fact-previous = Verifica precedente
fact-partner-id = ID MPN
fact-partners = Partner

### Il report di un partner

pdf-more-rows = { $count ->
        [one] Un’altra riga non è mostrata qui; la cartella di lavoro le contiene tutte.
       *[other] Altre { $count } righe non sono mostrate qui; la cartella di lavoro le contiene tutte.
    }
report-title = Analisi degli scostamenti – { $name }
summary-title = Riepilogo
status-title = La situazione del partner
status-highest = { $name } soddisfa tutti i requisiti del livello { $tier }.
status-held = { $lost ->
        [yes] { $name } soddisfa i requisiti del livello { $tier }, ma non più quelli del livello { $target }. Mancano: { $missing }.
       *[no] { $name } soddisfa i requisiti del livello { $tier }. Per il livello { $target } mancano ancora: { $missing }.
    }
status-none = { $lost ->
        [yes] { $name } non soddisfa più i requisiti del livello { $target }. Mancano: { $missing }.
       *[no] { $name } non soddisfa ancora i requisiti del livello { $target }. Mancano ancora: { $missing }.
    }
status-could-be = Se tutti i problemi aperti nei dati si risolvessero a favore del partner, il livello potrebbe essere { $tier }.
status-could-be-where = Si veda “Segnalazioni sui dati”.

risk-title = A rischio
risk-title-lost = Livello perso
risk-short-record = Registrato: { $tier }
risk-thin-margin = { $spare ->
        [0] Esattamente alla soglia di { $required } diritti attivi: nessun margine.
        [one] Solo { $spare } diritto attivo oltre la soglia di { $required }.
       *[other] Solo { $spare } diritti attivi oltre la soglia di { $required }.
    }
risk-expiring = Il livello si basa su una qualifica in scadenza il { $date }: { $credential } di { $person }.
risk-tier-dropped = { $move ->
        [lost] Il livello { $from } è andato perso rispetto alla verifica precedente.
       *[other] Il livello è sceso da { $from } a { $to } rispetto alla verifica precedente.
    }
risk-entitlements-dropped = I diritti attivi sono scesi da { $from } a { $to } rispetto alla verifica precedente.
risk-people-dropped = Le persone certificate sono scese da { $from } a { $to } rispetto alla verifica precedente.
risk-short-expiring = { $credential } di { $person } scade il { $date }.

change-new = Non presente nella verifica precedente{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-nothing = Nessuna variazione dal { $date }.
change-tier = { $move ->
        [lost] Livello { $from } perso dopo il { $date }.
        [gained] Livello { $to } raggiunto dopo il { $date }.
       *[other] Livello dal { $date }: da { $from } a { $to }.
    }
change-entitlements = Diritti attivi dal { $date }: { $direction ->
        [up] in aumento
       *[down] in calo
    } da { $from } a { $to }.
change-people = Persone certificate dal { $date }: da { $from } a { $to }.
change-short-new = Nuovo in questa verifica.
change-short-nothing = Nessuna variazione.
change-short-tier = { $move ->
        [lost] Livello { $from } perso.
        [gained] Livello { $to } raggiunto.
       *[other] Livello: da { $from } a { $to }.
    }
change-short-entitlements = Diritti attivi in { $direction ->
        [up] aumento
       *[down] calo
    } da { $from } a { $to }.
change-short-people = Persone certificate in { $direction ->
        [up] aumento
       *[down] calo
    } da { $from } a { $to }.

# Che cosa è cambiato dalla verifica precedente: un foglio e una sezione. Il titolo è il nome di un foglio: 31 caratteri al massimo.
changes-title = Che cosa è cambiato
changes-intro = Confronto con la verifica al { $date }.{ $named ->
        [yes] {""}
       *[no] {" "}Quella verifica non nomina i clienti: si possono confrontare solo le cifre.
    }
changes-customers-title = Clienti
changes-people-title = Persone
changes-gained = acquisito
changes-lost = perso
changes-grown = cresciuto
changes-customers-total = Totale delle variazioni
changes-shrunk = diminuito
changes-counts = ora conta
changes-counts-no-more = non conta più
changes-left-roster = non conta più, non è più nell’elenco
column-figure = Dato
column-then = Prima
column-now = Ora
column-difference = Variazione
column-happened = Che cosa è successo

gauge-all-met = Tutte le soglie raggiunte
gauge-line = { $label }: { $verdict }
gauge-met = Soglia per il livello { $tier } raggiunta
gauge-short = { $shortfall ->
        [one] Ne manca
       *[other] Ne mancano
    } { $shortfall } per il livello { $tier }
gauge-line-all-met = { $label }: tutte le soglie raggiunte
gauge-line-met = { $label }: soglia per il livello { $tier } raggiunta
gauge-line-short = { $label }: { $shortfall ->
        [one] ne manca
       *[other] ne mancano
    } { $shortfall } per il livello { $tier }

requirements-title = Requisiti
requirements-live = Chi modifica una cella degli utenti attivi o un valore di Conteggiato nel foglio Utilizzo, oppure una qualifica nel foglio Persone, vede cambiare queste cifre, il livello e i grafici. Le frasi e gli altri fogli descrivono i dati così come sono stati letti.
requirements-market-unknown = Il mercato di questo partner non è noto: si applicano le soglie più alte.
requirements-mixed = { $tier }: { $people ->
        [one] { $people } persona è qualificata
       *[other] { $people } persone sono qualificate
    } con l’uno o l’altro percorso; il requisito ne chiede { $required }. Le regole contano ogni percorso per sé, quindi questo conteggio misto non soddisfa il requisito.

plan-step = Passo { $number }
column-step = Piano
plan-title = Piano per il livello { $tier }
plan-title-none = Piano
plan-intro = Questi passi portano al livello { $tier }; per ogni requisito viene prima il meno impegnativo.
plan-no-steps = Per il livello { $tier } non servono altri passi.
plan-highest = { $tier } è il livello più alto: non serve alcun passo.
plan-highest-at-risk = { $tier } è il livello più alto. Si veda che cosa lo mette a rischio.
plan-outcome = Completati tutti i passi, il livello sarà { $tier }.
plan-outcome-none = Anche completati tutti i passi, non si raggiunge alcun livello.
plan-associate = Farsi associare da { $customer } come { $associations }
plan-convert = Aiutare { $customer } a convertire le versioni di prova in abbonamenti a pagamento
plan-grow = Acquisire { $count ->
        [one] { $count } utente attivo in più
       *[other] { $count } utenti attivi in più
    } su { $workloads } presso i clienti associati
plan-exam = { $person }: superare { $credential }{ $has-others ->
        [yes] {" "}(oppure, in alternativa, { $others }, a cui pure manca un solo esame)
       *[no] {""}
    }
plan-certify = { $count ->
        [one] Un’altra persona
       *[other] Altre { $count } persone, ciascuna
    }: conseguire { $credentials }{ $has-others ->
        [yes] , oppure { $others }
       *[no] {""}
    }
effect = +{ $amount }
effect-later = conta insieme a un passo successivo

usage-title = Utilizzo
usage-columns = { $count ->
        [one] Colonna { $first } come nel file di origine; quelle successive dicono come è stata valutata ogni riga.
       *[other] Colonne { $first }–{ $last } come nel file di origine; quelle successive dicono come è stata valutata ogni riga.
    }
customers-title = Clienti che contano
customers-intro = { $customers ->
        [one] Conta { $customers } cliente
       *[other] Contano { $customers } clienti
    }, con { $entitlements } diritti attivi nel mese di { $month }.
customer-unnamed = Cliente non indicato
by-workload-title = Diritti attivi per carico di lavoro
not-counted-title = Che cosa non è stato conteggiato
# Name of a sheet: at most 31 characters.
not-counted-sheet = Non conteggiato
not-counted-group = { $reason } – { $rows ->
        [one] { $rows } riga
       *[other] { $rows } righe
    }{ $known ->
        [yes] , { $users ->
            [one] { $users } utente attivo
           *[other] { $users } utenti attivi
        }
       *[no] {""}
    }

people-title = Persone
people-intro = È qualificata una persona che, da sola, possiede { $ways }. In elenco: { $people }; conteggiate: { $counted }.
people-none = Nei file di origine non ci sono persone per questo partner.
path-column = Percorso: { $path }
path-column-note = 1: la persona possiede tutto ciò che serve. 0: manca qualcosa.
person-missing = Da conseguire: { $credentials }.
person-expires = { $credential } scade il { $date }.
person-unreadable = { $credential }: “{ $value }” non è leggibile come { $field }.
person-unreadable-credential = “{ $value }” non è leggibile come esame o certificazione.

findings-title = Segnalazioni sui dati
findings-none = Nei dati non è stato rilevato alcun problema.
findings-intro = Errori: { $errors }. Avvisi: { $warnings }. Note: { $infos }. Riguardano i dati, non le regole; vanno corretti all’origine prima di ripetere la verifica.
finding-repeated = { $message } { $times ->
        [2] Compare due volte.
       *[other] Compare { $times } volte.
    }
finding-more-like-it = { $message } { $more ->
        [one] E un altro caso simile.
       *[other] E altri { $more } casi simili.
    }

sources-title = Origini

### Come si è contato

method-title = Come si è contato
method-entitlements = Un diritto attivo è un utente attivo di un cliente su un carico di lavoro. Chi è attivo su due carichi di lavoro conta due volte.
method-workloads = Contano, sommati tra loro, i carichi di lavoro { $workloads }.
method-trials = Gli SKU di prova non contano.
method-trials-count = Gli SKU di prova contano come quelli a pagamento.
method-associations = Un cliente conta se il partner vi è associato come { $associations }{ $count ->
        [one] .
       *[other] ; basta una sola associazione.
    }
method-duplicates = Le righe con lo stesso cliente, carico di lavoro, SKU e mese contano una volta sola. Se differiscono soltanto nel numero, conta il minore.
method-people = Conta chi, da solo, possiede { $ways }. Gli esami di persone diverse non si sommano.
method-paths-apart = Ciascuno di questi percorsi è contato per sé; decide il numero maggiore.
method-paths-combined = Le persone di tutti questi percorsi si sommano.
method-tier = Il livello { $tier } richiede { $entitlements } e { $people }.
threshold-by-market = { $developed } in un mercato sviluppato ({ $developing } in un mercato in sviluppo)
method-risk = Un livello è a rischio se il margine è inferiore al { $percent } o se si basa su una qualifica che scade entro { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    }. Lo è anche a ogni calo del livello, dei diritti o delle persone rispetto alla verifica precedente.
method-dates = L’utilizzo conta solo per { $month }. Le persone sono valutate al { $date }.
method-market-sheet = { $market }, secondo l’anagrafica dei partner. Si applicano le soglie corrispondenti.
method-market-usage = { $market }, secondo la colonna del mercato nei dati di utilizzo. Si applicano le soglie corrispondenti.
method-market-country = { $market }, in base al paese del partner ({ $country }). { $has-list ->
        [yes] Elenco dei paesi: { $list }.
       *[no] L’elenco dei paesi non è quello di Microsoft, che non è pubblico.
    }
method-market-contradictory = Le origini si contraddicono sul mercato del partner. Si applicano le soglie più alte.
method-market-unknown = Le origini non indicano il mercato del partner. Si applicano le soglie più alte.
method-market-portfolio = Il mercato è quello del partner: dall’anagrafica dei partner, altrimenti dai dati di utilizzo, altrimenti dal suo paese. { $has-list ->
        [yes] Elenco dei paesi: { $list }.
       *[no] L’elenco dei paesi non è quello di Microsoft, che non è pubblico.
    } Se il mercato è sconosciuto, si applicano le soglie più alte.
method-privacy = Se il nome di un file o di un foglio fa riconoscere un altro partner, i suoi clienti o le sue persone, o se una colonna libera nomina un altro partner, il report di un partner mostra al suo posto una parola neutra.
method-source = Regole: { $competency }, { $option }, edizione { $edition } ({ $id }). Pubblicate in: { $source }

### Il quadro complessivo per chi verifica

portfolio-title = Verifica dei partner – { $month }
portfolio-name = Tutti i partner
portfolio-headline = { $partners ->
        [one] { $partners } partner verificato
       *[other] { $partners } partner verificati
    }: { $tiers }. A rischio: { $risk }.
total-of-tier = { $count } { $tier }
total-of-none = { $count } senza livello
totals-title = Partner per livello
panel-more = { $count ->
        [one] E un altro.
       *[other] E altri { $count }.
    }
# La pagina per la riunione: elenchi brevi.
markets-title = Partner per mercato
panel-risk = A rischio
panel-movers = Variazioni dalla verifica precedente
panel-closest = I più vicini al livello successivo
panel-could-be = Potrebbero salire una volta chiariti i dati
panel-could-be-line = { $tier } dimostrato, potrebbe essere { $better }
panel-problems = Problemi nei dati per file
panel-errors = { $count ->
        [one] { $count } errore
       *[other] { $count } errori
    }
panel-warnings = { $count ->
        [one] { $count } avviso
       *[other] { $count } avvisi
    }

partners-title = Partner
distance = { $tier }: { $count ->
        [one] manca { $missing }
       *[other] mancano { $missing }
    }
distance-highest = Livello più alto raggiunto

### Il quadro complessivo come pagina per il browser

page-skip = Vai ai partner
page-dark = Colori scuri
page-light = Colori chiari
page-filters = Cerca, filtra e ordina
page-search = Cerca
page-search-hint = Nome, ID, paese …
page-all = Tutti
page-not-at-risk = Non a rischio
page-sort = Ordina per
page-order = Dal livello più alto
page-ascending = Crescente
page-descending = Decrescente
page-reset = Mostra tutti
# `{ $shown }` viene riempito più tardi, con un numero non superiore a `$all`.
page-shown = { $all ->
        [one] { $shown } partner su { $all }
       *[other] { $shown } partner su { $all }
    }
page-nothing = Nessun partner corrisponde alla ricerca e ai filtri.
page-reports = Report

### La copia di un file per chi verifica

annotated-title = { $file } – con gli esiti
annotated-summary = Segnalazioni sui dati
verdict-counted = Conteggiata
verdict-not-counted = Non conteggiata
verdict-partly = Conteggiata in parte
verdict-read = Letta
verdict-no-partner = Non appartiene ad alcun partner
verdict-master-data = Anagrafica del partner
part-counted = { $label }: conteggiati { $count }
part-held = { $label }: conteggiato
part-not-counted = { $has-label ->
        [yes] { $label }: non conteggiato – { $reason }
       *[no] Non conteggiato – { $reason }
    }
note = { $severity }: { $message } { $help }
annotated-rows = conteggiate { $counted }, non conteggiate { $others }

### Problemi: file

finding-unreadable-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } non si può leggere{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = File non leggibile
    .help = Aprire il file in Excel, salvarlo di nuovo come .xlsx e rimetterlo al suo posto.
    .about = Il file è danneggiato o non si è potuto aprire, quindi nulla di esso entra nella verifica. Ogni partner con dati in questo file può risultare a un livello troppo basso. Esempio: un download interrotto a metà. Scaricare o salvare di nuovo il file e ripetere la verifica.
finding-password-protected = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } è protetto da password.
    .title = File protetto da password
    .help = Salvarne una copia senza password e usare quella.
    .about = Una cartella di lavoro cifrata non si può leggere, quindi nulla di essa entra nella verifica. Esempio: un elenco che il partner ha inviato con una password di apertura. In Excel scegliere File, Informazioni, Proteggi cartella di lavoro, togliere la password e salvare una copia.
finding-not-a-spreadsheet = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } non è una cartella di lavoro né una tabella{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Né cartella di lavoro né tabella
    .help = Esportare i dati come .xlsx o .csv e sostituire il file.
    .about = Decide il contenuto, non l’estensione del nome: questo file non contiene né una cartella di lavoro né una tabella di testo. Esempio: un PDF o una pagina web salvati con l’estensione .xlsx. Chiedere l’esportazione vera.
finding-empty-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } è vuoto.
    .title = File vuoto
    .help = Esportare di nuovo i dati; togliere il file se non c’è nulla da esportare.
    .about = Il file non ha alcun contenuto. Quasi sempre un’esportazione o un download è fallito senza avvisare. I dati che dovrebbe contenere mancano nella verifica.
finding-limit-exceeded = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } è più grande di quanto la verifica accetti{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Troppo grande
    .help = Dividere il file, per esempio per partner o per mese, o togliere i fogli che non servono.
    .about = I file vengono dall’esterno, quindi le dimensioni sono limitate prima di impegnare memoria. Ciò che supera un limite è escluso e manca nella verifica. Esempio: un piccolo file che, aperto, cresce fino a gigabyte. Dividere l’esportazione in file più piccoli.
finding-file-took-too-long = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } ha richiesto per la lettura più del limite di { $detail } ed è stato escluso.
    .title = Lettura troppo lunga
    .help = Esportare di nuovo i dati, senza formule né disegni, o dividere il file; se è integro e semplicemente grande, alzare il limite con --max-seconds.
    .about = Ogni file è letto in un processo proprio, che viene chiuso allo scadere del tempo; gli altri file sono letti comunque. Nulla di questo file è nella verifica. Esempio: un piccolo file fatto per tenere occupato il lettore per ore.
finding-file-needs-too-much-memory = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } richiede per la lettura più memoria del limite di { $detail } ed è stato escluso.
    .title = Richiede troppa memoria
    .help = Dividere il file, per esempio per partner o per mese; se è integro e semplicemente grande, alzare il limite con --max-memory.
    .about = Ogni file è letto in un processo proprio con un limite di memoria; gli altri file sono letti comunque. Nulla di questo file è nella verifica. Esempio: un piccolo file che, aperto, cresce fino a gigabyte.
finding-file-crashed-the-reader = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } è danneggiato in un modo che ha interrotto il lettore ed è stato escluso.
    .title = Ha interrotto il lettore
    .help = Aprire il file in Excel e salvarlo come nuovo .xlsx, o chiedere una nuova esportazione.
    .about = Ogni file è letto in un processo proprio: quello il cui danno interrompe il processo non costa che sé stesso. Nulla di questo file è nella verifica. Se Excel lo apre senza avvisi, segnalarlo come errore del programma.
finding-nothing-recognised = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } non ha fogli che sembrino utilizzo, elenco delle certificazioni o anagrafica dei partner{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Nulla di riconosciuto
    .help = Correggere le intestazioni delle colonne o indicarle in un file con --columns.
    .about = Un foglio si riconosce dalle intestazioni delle colonne, in italiano, inglese, tedesco, francese, spagnolo o portoghese. In questo file non ce ne sono abbastanza. Esempio: un riepilogo con un solo grafico. Se i dati ci sono, ma con altre intestazioni, indicarle in un file con --columns.
finding-missing-input = { $has-name ->
        [yes] “{ $name }”
       *[no] Un’origine
    } non esiste.
    .title = Origine non trovata
    .help = Controllare come è scritto il percorso.
    .about = Un file o una cartella indicati per la verifica non ci sono. La verifica prosegue senza, quindi possono mancare dati. Controllare il nome e se un’unità di rete è collegata.
finding-unsupported-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Un file
    } ha un formato che la verifica non legge{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Formato non previsto
    .help = Salvarlo come .xlsx o .csv se contiene dati per la verifica.
    .about = Si leggono cartelle di lavoro (.xlsx, .xlsm, .xlsb, .xls, .ods) e tabelle di testo (.csv, .tsv, .txt). Ogni altro file della cartella è escluso e indicato qui, perché nulla scompaia in silenzio. Esempio: un PDF accanto alle esportazioni.
finding-same-file-twice = { $has-name ->
        [yes] “{ $name }”
       *[no] Un file
    } ha lo stesso contenuto di { $has-other ->
        [yes] “{ $other }”
       *[no] un’altra origine
    } ed è stato escluso.
    .title = Stesso file due volte
    .help = Eliminare una delle due copie.
    .about = Due file sono identici fino all’ultimo byte. Leggerli entrambi porterebbe solo duplicati, quindi si usa il primo. Esempio: “utilizzo.xlsx” e “utilizzo (1).xlsx” nella cartella dei download.
finding-skipped-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Un file
    } è stato ignorato: { $has-detail ->
        [yes] { $detail }
       *[no] è un file temporaneo o nascosto
    }.
    .title = File ignorato
    .help = Nulla, a meno che contenga dati per la verifica.
    .about = Non si leggono i file di blocco che Excel lascia mentre una cartella di lavoro è aperta (il nome comincia con ~$), i file nascosti e quelli di sistema. Non contengono mai dati propri. Non si leggono neppure le cartelle con i risultati di esecuzioni precedenti, i collegamenti a cartelle, le pipe e i dispositivi.
finding-misnamed-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Il file
    } in realtà è { $has-detail ->
        [yes] { $detail }
       *[no] di un altro formato
    }, qualunque sia l’estensione. È stato letto come tale.
    .title = Estensione e contenuto diversi
    .help = Nulla; per evitare l’avviso di Excel, salvarlo nel formato giusto.
    .about = I portali chiamano spesso .xls un testo separato da tabulazioni o una pagina web. È il contenuto a decidere come si legge, quindi i dati sono completi. Questa nota lo dice perché Excel mostra un avviso per lo stesso file.

### Problemi: fogli e colonne

finding-missing-column = Nel foglio “{ $sheet }” manca la colonna per { $has-field ->
        [yes] { $field }
       *[no] un dato necessario
    }.
    .title = Colonna mancante
    .help = Aggiungere la colonna o indicarne l’intestazione in un file con --columns.
    .about = Il foglio è stato riconosciuto, ma senza questa colonna non si può usare. Esempio: un utilizzo senza la colonna degli utenti attivi. O l’esportazione è incompleta, o la colonna ha un’intestazione che gli elenchi non conoscono; in tal caso indicare l’intestazione in un file con --columns.
finding-unreadable-sheet = { $has-sheet ->
        [yes] Il foglio “{ $sheet }”
       *[no] Un foglio
    } non si può leggere{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Foglio non leggibile
    .help = Aprire la cartella di lavoro in Excel, salvarla di nuovo come .xlsx e rimetterla al suo posto.
    .about = Un foglio della cartella di lavoro è danneggiato; gli altri sono stati letti. I partner con dati su questo foglio possono risultare a un livello troppo basso. Spesso basta salvare di nuovo la cartella in Excel.
finding-ambiguous-column = { $has-header ->
        [yes] La colonna “{ $header }”
       *[no] Una colonna
    } potrebbe essere { $has-field ->
        [yes] { $field }
       *[no] più cose
    }{ $has-other ->
        [yes] , come anche “{ $other }”
       *[no] {""}
    }.
    .title = Colonna con più significati
    .help = Rinominare una delle colonne o indicare l’intestazione di quella giusta in un file con --columns.
    .about = Due colonne hanno lo stesso significato, oppure una ne può avere due. Si è usata la prima, o la più vicina. Esempio: “Nome” accanto a “Nome cliente”. Controllare se è stata scelta quella giusta.
finding-similar-header = { $has-header ->
        [yes] La colonna “{ $header }”
       *[no] Una colonna
    } non è stata usata{ $has-suggestion ->
        [yes] , ma somiglia a “{ $suggestion }”
       *[no] {""}
    }.
    .title = Intestazione quasi uguale
    .help = Correggere l’intestazione o indicarla in un file con --columns.
    .about = L’intestazione somiglia a una nota, ma non è la stessa. Indovinare potrebbe essere sbagliato, quindi la colonna non è stata usata. Esempio: “Utenti attvi”. Correggere e ripetere la verifica.
finding-no-trial-column = Il foglio “{ $sheet }” non ha né una colonna per le versioni di prova né lo SKU: le versioni di prova non si distinguono.
    .title = Versioni di prova non distinguibili
    .help = Confermare che l’esportazione non contiene versioni di prova, o ripeterla con lo SKU.
    .about = Gli SKU di prova non devono contare. In questo foglio non si possono riconoscere, come è normale per il report di utilizzo di Office del portale, quindi tutte le righe sono considerate a pagamento. Il numero vero può essere più basso. Confrontare con un’esportazione che mostra lo SKU prima di fidarsi di un risultato al limite.
finding-no-association-column = Il foglio “{ $sheet }” non ha una colonna per l’associazione: nessuna sua riga può contare.
    .title = Manca la colonna dell’associazione
    .help = Esportare l’utilizzo con l’associazione del partner (tipo di attribuzione).
    .about = Un cliente conta solo se il partner vi è associato in uno dei modi ammessi. Senza una colonna che indichi l’associazione, nulla nel foglio lo può dimostrare. Esempio: un’esportazione dall’interfaccia di amministrazione del cliente.
finding-rows-above-header = Questa riga sta sopra l’intestazione del foglio “{ $sheet }”, sembra contenere dati e non è stata letta.
    .title = Dati sopra l’intestazione
    .help = Se contiene dati, spostare la riga di intestazione sopra di essa e ripetere la verifica. Altrimenti non serve fare nulla.
    .about = Una tabella si legge dalla sua intestazione in giù. Un ordinamento in Excel che ha spostato anche l’intestazione lascia dati al di sopra di essa, e una tabella con un’intestazione sconosciuta può trovarsi sopra una conosciuta. Di queste righe non si conta nulla. Esempio: una riga con l’ID di un partner, un mese e utenti attivi sopra la riga “ID MPN, Cliente, Mese, Utenti attivi”.
finding-ignored-sheet = Il foglio “{ $sheet }” non è stato usato: non sembra né utilizzo, né elenco delle certificazioni, né anagrafica.
    .title = Foglio non usato
    .help = Nulla, a meno che contenga dati per la verifica; in tal caso controllarne le intestazioni.
    .about = Dalle intestazioni del foglio non si capisce che cosa sia. È indicato perché nulla resti escluso in silenzio. Esempio: una copertina, una tabella pivot o degli appunti.
finding-hidden-sheet = Il foglio “{ $sheet }” è nascosto in Excel, ma è stato letto.
    .title = Letto un foglio nascosto
    .help = Controllare se le sue righe devono contare.
    .about = I fogli nascosti si leggono come gli altri, perché i dati possono essere veri. È facile però dimenticarli: una vecchia copia dei dati in un foglio nascosto può portare duplicati.
finding-unmapped-column = { $has-header ->
        [yes] La colonna “{ $header }”
       *[no] Una colonna
    } non è stata usata.
    .title = Colonna non usata
    .help = Nulla, a meno che serva alla verifica; in tal caso correggere l’intestazione o indicarla in un file con --columns.
    .about = Nessun elenco conosce l’intestazione di questa colonna e le regole non ne hanno bisogno. Nei report resta com’è. Esempio: un centro di costo interno.
finding-skipped-row = La riga “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” è stata considerata un totale, una nota o un’intestazione ripetuta e non è stata conteggiata.
    .title = Riga ignorata
    .help = Controllare che non sia la riga di un cliente.
    .about = Totali, totali parziali e intestazioni ripetute farebbero contare due volte gli utenti. Si riconoscono da parole come “Totale” o “Subtotale”. Un cliente che si chiami davvero così va rinominato, per esempio con la ragione sociale completa.

### Problemi: celle

finding-unreadable-count = { $has-value ->
        [yes] “{ $value }”
       *[no] La cella
    } non è un numero di utenti attivi.
    .title = Numero non leggibile
    .help = { $has-formula ->
        [yes] La formula non è mai stata calcolata: aprire il file in Excel e salvarlo.
       *[no] Inserire nella cella un numero intero, zero o più.
    }
    .about = Gli utenti attivi si contano con numeri interi. Testi, errori come #N/D, numeri negativi o con decimali non dicono nulla di certo, quindi la riga non aggiunge nulla e il problema resta aperto. Esempio: “n.d.” oppure “12,5”. Correggere la cella all’origine.
finding-ambiguous-number = { $has-value ->
        [yes] “{ $value }”
       *[no] Il numero
    } si può leggere in più modi{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Numero con due letture
    .help = Inserire il numero senza separatori, o come vero numero.
    .about = Un punto o una virgola può separare le migliaia o i decimali, e nulla nel foglio lo chiarisce. Esempio: “2.000” può essere 2000 utenti o due. Indovinare potrebbe decidere un livello, quindi la riga resta aperta finché il numero non è chiaro.
finding-unreadable-month = { $has-value ->
        [yes] “{ $value }”
       *[no] La cella
    } non è un mese.
    .title = Mese non leggibile
    .help = Scrivere il mese come 2026-09 o come data.
    .about = Conta solo l’utilizzo del mese di riferimento, quindi una riga senza un mese leggibile non può contare. Esempio: “Q3” o “mese scorso”. Correggere la cella all’origine.
finding-unreadable-date = { $has-value ->
        [yes] “{ $value }”
       *[no] La cella
    } non è una data.
    .title = Data non leggibile
    .help = Inserire una vera data, o scriverla come 2026-09-30.
    .about = Il giorno in cui una qualifica è stata conseguita o scade decide se conta. Una data non leggibile lascia aperta la questione. Esempio: “31.02.2026”, un giorno che non esiste.
finding-ambiguous-date = { $has-value ->
        [yes] “{ $value }”
       *[no] La data
    } si può leggere in più modi{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Data con due letture
    .help = Scrivere le date come 2026-09-30, o inserirle come vere date.
    .about = In 03/04/2026 può venire prima il giorno o il mese, e nulla nella colonna lo chiarisce. La riga non viene contata e resta aperta: la lettura giusta non si tira a indovinare. Basterebbe una sola data della colonna con il giorno oltre il 12.
finding-unreadable-cell = La cella non si può leggere{ $has-value ->
        [yes] : mostra { $value }
       *[no] {""}
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Cella non leggibile
    .help = Sistemare la cella in Excel e salvare di nuovo il file.
    .about = A questo indirizzo il file contiene qualcosa che non è un valore valido, come un errore o una formula mai calcolata. È stato escluso e il resto è stato letto. Aprire il file in Excel, lasciarlo calcolare e salvarlo.
finding-missing-workload = La riga non indica il carico di lavoro.
    .title = Carico di lavoro mancante
    .help = Indicare il carico di lavoro.
    .about = Gli utenti attivi contano solo per un carico di lavoro. Una riga che non lo indica non si può valutare e non aggiunge nulla. Esempio: un’esportazione in cui il carico di lavoro sta solo sulla prima riga di ogni blocco. Riempire le celle verso il basso.
finding-missing-credential = La riga non indica un esame o una certificazione.
    .title = Esame o certificazione mancante
    .help = Indicare l’esame o la certificazione, o togliere la riga.
    .about = Una riga dell’elenco dice che una persona possiede una qualifica. Senza il nome della qualifica non dimostra nulla.
finding-missing-partner = La riga non dice a quale partner appartiene.
    .title = Partner mancante
    .help = Indicare l’ID MPN o il nome del partner.
    .about = Ogni riga appartiene a un partner, per ID o per nome. Questa non indica né l’uno né l’altro, quindi non conta per nessuno. Esempio: un blocco in cui il nome sta solo sulla prima riga. Riempire le celle verso il basso, o usare un file per partner.
finding-missing-person = La riga non dice a quale persona appartiene.
    .title = Persona mancante
    .help = Indicare il nome, l’e‑mail o l’ID MCP.
    .about = Le condizioni valgono per una sola e stessa persona, quindi una qualifica senza persona non può contare.
finding-unknown-status = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è uno stato conosciuto.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Stato sconosciuto
    .help = Scrivere “Superato” o “Non superato”.
    .about = Lo stato dice se un esame è stato superato. Una parola che gli elenchi non conoscono lascia aperta la questione, quindi la riga non conta finché non è chiarita. Esempio: “In revisione”.
finding-missing-customer = La riga non indica il cliente.
    .title = Cliente mancante
    .help = Indicare l’ID tenant o il nome del cliente.
    .about = I clienti si distinguono per ID tenant o per nome; così si trovano i duplicati. Le righe senza l’uno né l’altro sono considerate di un solo cliente senza nome. Esempio: nomi che il portale ha nascosto.
finding-unknown-workload = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è un carico di lavoro conosciuto.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Carico di lavoro sconosciuto
    .help = Correggere la parola.
    .about = Contano solo i carichi di lavoro elencati. Una parola che nessun elenco conosce non conta, ma può essere un errore di scrittura, quindi il livello resta aperto. Esempio: “Exchnge Online”.
finding-unknown-association = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è un’associazione conosciuta.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Associazione sconosciuta
    .help = Correggere la parola.
    .about = L’associazione decide se un cliente conta. Una parola che nessun elenco conosce non vale come associazione, ma resta un problema aperto. Esempio: “Digital PoR (vecchio)”.
finding-unknown-trial = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” nella colonna delle versioni di prova non dice né sì né no.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Parola sconosciuta nella colonna delle versioni di prova
    .help = Scrivere sì o no.
    .about = La colonna delle versioni di prova decide se una riga conta. Se la parola non è conosciuta, solo lo SKU può ancora rivelare una versione di prova. Esempio: “forse”.
finding-unknown-market = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è un mercato conosciuto.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Mercato sconosciuto
    .help = Scrivere “sviluppato” o “in sviluppo”.
    .about = Il mercato decide le soglie. Una parola sconosciuta non dice nulla, quindi decidono altre origini; se non ce ne sono, si applicano le soglie più alte. Esempio: “EMEA”.
finding-unknown-country = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è un paese conosciuto.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Paese sconosciuto
    .help = Scrivere il nome del paese o il codice di due lettere.
    .about = Se nient’altro indica il mercato, lo indica il paese del partner. Un nome sconosciuto lascia aperto il mercato. Esempio: “Itlaia”.
finding-unknown-language = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è una lingua dei report.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Lingua sconosciuta
    .help = Scrivere un codice come it o en.
    .about = L’anagrafica può indicare la lingua del report di un partner. Questa non è disponibile, quindi si usa la lingua della verifica.
finding-unknown-tier = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” non è un livello conosciuto.{ $has-suggestion ->
        [yes] {" "}Si intendeva “{ $suggestion }”?
       *[no] {""}
    }
    .title = Livello sconosciuto
    .help = Scrivere gold, silver o none.
    .about = Il livello registrato è mostrato accanto a quello provato. Non decide nulla, quindi la verifica prosegue senza. Esempio: “Platinum”.
finding-unusual-partner-id = “{ $value }” non sembra un ID MPN.
    .title = ID partner insolito
    .help = Controllare l’ID; gli ID MPN sono composti di cifre.
    .about = Un ID che non è composto di cifre è stato preso così com’è. Se è una svista, le righe di un partner risultano divise in due. Esempio: la lettera O al posto di uno zero.

### Problemi: chi è chi

finding-ambiguous-partner-name = Il nome { $has-name ->
        [yes] “{ $name }”
       *[no] di un partner
    } appartiene a più ID{ $has-ids ->
        [yes] : { $ids }
       *[no] {""}
    }. Le righe senza ID non si possono attribuire a uno di essi.
    .title = Un nome, più ID
    .help = Aggiungere l’ID MPN alle righe che indicano solo il nome.
    .about = Una riga senza ID si unisce al partner di cui porta il nome, se quel nome ha un solo ID. Qui ne ha più d’uno, quindi le righe restano a sé. Esempio: due società di un gruppo con lo stesso nome.
finding-market-unknown = Il mercato di { $has-partner ->
        [yes] { $partner }
       *[no] un partner
    } non è noto{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. Si sono applicate le soglie più alte.
    .title = Mercato non noto
    .help = Aggiungere il mercato o il paese all’anagrafica dei partner.
    .about = In un mercato in sviluppo il livello Silver richiede meno diritti attivi. Se nulla indica il mercato, si applicano le soglie più alte e il risultato può essere troppo severo. Indicare il mercato o il paese nell’anagrafica.
finding-market-contradictory = Le origini si contraddicono sul mercato di { $has-partner ->
        [yes] { $partner }
       *[no] un partner
    }{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }. Si sono applicate le soglie più alte.
    .title = Mercato contraddittorio
    .help = Correggere il mercato all’origine; l’anagrafica dei partner viene per prima.
    .about = Un’origine dice sviluppato, un’altra in sviluppo. Finché non è chiarito si applicano le soglie più alte, e il risultato può essere troppo severo.
finding-partner-names-differ = Le origini scrivono in modi diversi il nome di { $has-name ->
        [yes] { $name }
       *[no] un partner
    }{ $has-others ->
        [yes] : { $others }
       *[no] {""}
    }.
    .title = Nomi diversi di un partner
    .help = Nulla, se è la stessa società; altrimenti correggere l’ID.
    .about = Le righe hanno lo stesso ID MPN e sono state considerate di un solo partner. Se i nomi sono davvero di due società, uno degli ID è sbagliato e i dati si sono mescolati.
finding-person-joined-by-email = { $has-name ->
        [yes] { $name }
       *[no] Una persona
    } ha più ID MCP{ $has-ids ->
        [yes] {" "}({ $ids })
       *[no] {""}
    } ed è considerata una sola persona per via dell’e‑mail{ $has-email ->
        [yes] {" "}{ $email }
       *[no] {""}
    }.
    .title = Una persona, più ID MCP
    .help = Nulla; controllare se l’e‑mail è condivisa da più persone.
    .about = È un difetto noto del portale che una persona abbia due ID MCP. Gli esami di entrambi sono stati uniti. Una casella condivisa nella colonna dell’e‑mail unirebbe persone diverse, quindi è da evitare.
finding-same-name-two-people = { $has-name ->
        [yes] “{ $name }”
       *[no] Un nome
    } indica due persone: ID MCP ed e‑mail sono diversi.
    .title = Stesso nome, due persone
    .help = Se è una sola persona, dare alle righe lo stesso ID MCP o la stessa e‑mail.
    .about = Due persone di un partner hanno lo stesso nome, ma né ID MCP né e‑mail in comune, quindi sono valutate separatamente. Se è una sola persona, gli esami delle due righe conterebbero insieme.

### Problemi: valutazione

finding-conflicting-duplicate = { $has-customer ->
        [yes] { $customer }
       *[no] Un cliente
    } compare { $has-times ->
        [yes] { $times }
       *[no] due
    } volte{ $has-workload ->
        [yes] {" "}per { $workload }
       *[no] {""}
    } con numeri diversi{ $has-times ->
        [yes] , da { $smaller } a { $larger }
       *[no] : { $smaller } e { $larger }
    }{ $has-other ->
        [yes] {" "}(vedi { $other })
       *[no] {""}
    }. È stato conteggiato il minore.
    .title = Duplicati in contraddizione
    .help = Stabilire quale numero è giusto e togliere l’altra riga.
    .about = Due righe coincidono per partner, cliente, carico di lavoro, SKU e mese, ma non per il numero di utenti attivi. Solo uno può essere giusto; si conta il minore, e il livello che darebbe il maggiore è indicato come possibile. Esempio: un’esportazione fatta due volte nello stesso mese.
finding-mixed-paths = Per { $has-tier ->
        [yes] il livello { $tier }
       *[no] un livello
    } le persone di percorsi diversi insieme basterebbero{ $has-people ->
        [yes] {" "}({ $people })
       *[no] {""}
    }, ma ogni percorso è contato per sé.
    .title = Persone su percorsi misti
    .help = Chiedere ai responsabili del programma partner se le persone di percorsi diversi si possano sommare.
    .about = La pagina chiede un numero di persone con entrambi gli esami, oppure un numero con la certificazione. Non dice che le due cose si possano mescolare. La verifica conta ogni percorso per sé e dice dove un conteggio misto sarebbe bastato.

### Problemi: l'esecuzione

finding-as-of-today = Nessuna origine indica un mese, quindi tutto è valutato alla data di oggi{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
    .title = Valutato alla data di oggi
    .help = Indicare il giorno con --as-of, perché un’esecuzione successiva dia lo stesso risultato.
    .about = La data di riferimento è di norma l’ultimo giorno del mese più recente con utilizzo. Nessuna origine ha una colonna del mese, quindi si usa la data di oggi. La stessa esecuzione domani può dare un altro risultato, perché le qualifiche scadono.
finding-usage-after-as-of = { $count ->
        [one] { $count } riga di utilizzo è successiva
       *[other] { $count } righe di utilizzo sono successive
    } alla data di riferimento{ $has-month ->
        [yes] {" "}(fino a { $month })
       *[no] {""}
    } { $count ->
        [one] e non può contare
       *[other] e non possono contare
    }.
    .title = Utilizzo dopo la data di riferimento
    .help = Nulla, se la data di riferimento è quella voluta; altrimenti sceglierne una successiva con --as-of.
    .about = Solo l’utilizzo fino alla data di riferimento può dare il mese di riferimento. Le righe successive sono mostrate, ma non conteggiate.
finding-missing-glyph = Nessun carattere disponibile può mostrare { $has-value ->
        [yes] “{ $value }”
       *[no] un segno
    }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }; il PDF mostra un segno sostitutivo.
    .title = Segno senza carattere
    .help = Indicare una cartella con caratteri adatti con --fonts DIR. La cartella di lavoro mostra il testo per intero.
    .about = I caratteri incorporati coprono latino, greco e cirillico, arabo ed ebraico. Per le altre scritture si usa un carattere del computer, se c’è. Esempio: il nome di un cliente in caratteri cinesi su un computer senza caratteri cinesi.
finding-previous-unreadable = La verifica precedente { $has-name ->
        [yes] “{ $name }”{" "}
       *[no] {""}
    }non si può leggere{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Verifica precedente non leggibile
    .help = Prima spostare altrove la sua cartella; poi mettere al suo posto una copia integra o rieseguire quel mese.
    .about = Per un confronto servono i risultati di un’esecuzione precedente. Quelli della verifica di questo mese nell’area di lavoro sono danneggiati o di altro tipo e sono stati tralasciati. La verifica in sé è completa, ma non sa che cosa diceva quella del mese indicato.

## La riga di comando

cli-column-partner = Partner
cli-column-id = ID MPN
cli-column-tier = Livello
cli-column-could-be = Potrebbe essere
cli-column-entitlements = Diritti
cli-column-people = Persone
cli-column-risk = Rischio
cli-at-risk = a rischio
cli-more-findings = … { $count ->
    [one] e un’altra; sono tutte
   *[other] e altre { $count }; sono tutte
} in results.json e portfolio.xlsx
cli-findings = Segnalazioni: { $errors ->
    [one] { $errors } errore
   *[other] { $errors } errori
}, { $warnings ->
    [one] { $warnings } avviso
   *[other] { $warnings } avvisi
}, { $infos ->
    [one] { $infos } nota
   *[other] { $infos } note
}
cli-written = { $partners ->
    [one] { $partners } partner valutato
   *[other] { $partners } partner valutati
} al { $date } sull’utilizzo di { $month }; i report sono in { $folder }

## Cartelle di lavoro vuote (`tiergap template`)

template-subject = Cartella di lavoro vuota per la verifica dei partner
template-guide = Guida
template-guide-column = Colonna
template-guide-about = Che cosa indicare
template-guide-example = Esempio
template-guide-values = Valori tra cui scegliere
template-usage-sheet = Utilizzo
template-usage-guide-1 = Una riga per ogni cliente, carico di lavoro, SKU e mese.
template-usage-guide-2 = Gli utenti attivi sono un numero intero; non lasciare celle vuote, lo zero è un numero come gli altri.
template-usage-guide-3 = Una riga conta solo con una delle associazioni previste dalle regole; una cella può contenerne più di una, separate da virgole.
template-usage-guide-4 = Si possono aggiungere colonne proprie: restano nel report e la verifica non le usa.
template-roster-sheet = Certificazioni
template-roster-guide-1 = Una riga per ogni persona e qualifica.
template-roster-guide-2 = Indicare l’ID MCP o l’e‑mail: le righe che ne condividono uno sono la stessa persona.
template-roster-guide-3 = Indicare lo stato o la data di conseguimento: una riga senza nessuno dei due è senza prova e non conta.
template-roster-guide-4 = Lasciare vuota la scadenza se la qualifica non scade mai.
template-partners-sheet = Partner
template-partners-guide-1 = Una riga per ogni partner.
template-partners-guide-2 = Il mercato è quello del partner, non dei suoi clienti. Decide la soglia per Silver.
template-partners-guide-3 = Senza mercato decide il paese, secondo un elenco che non è quello di Microsoft.
template-partners-guide-4 = La lingua è quella dei report del partner.
template-partner-id = ID partner
    .about = L’ID MPN del partner: cifre.
    .example = 1234567
template-partner-name = Nome partner
    .about = Il nome del partner. Senza ID, è il nome a dire di quale partner si tratta.
    .example = Contoso Servizi
template-customer-id = ID tenant cliente
    .about = L’ID tenant del cliente. Senza ID, è il nome a distinguere i clienti.
    .example = 6a1f0c6e-0d5b-4c39-9d0a-2f5f3c6f1b11
template-customer-name = Nome cliente
    .about = Il nome del cliente.
    .example = Clinica Beta
template-workload = Carico di lavoro
    .about = Il carico di lavoro su cui gli utenti sono attivi.
    .example = Exchange Online
template-sku = SKU
    .about = L’offerta, con il nome del portale. Una versione di prova indicata nel nome viene riconosciuta.
    .example = OFFICE 365 ENTERPRISE E3
template-trial = Versione di prova
    .about = Se è uno SKU di prova. Le versioni di prova non contano.
    .example = no
template-association = Associazione
    .about = Come il partner è associato al cliente.
    .example = Digital Partner of Record
template-active-users = Utenti attivi
    .about = Utenti attivi sul carico di lavoro nel mese.
    .example = 420
template-month = Mese
    .about = Il mese dell’utilizzo.
    .example = 2026-09
template-person-id = ID MCP
    .about = L’ID di certificazione Microsoft della persona.
    .example = 10234567
template-person-name = Nome e cognome
    .about = Nome e cognome della persona.
    .example = Anna Rossi
template-email = E-mail
    .about = L’e‑mail della persona.
    .example = anna.rossi@contoso.example
template-credential = Credenziale
    .about = L’esame o la certificazione. Se ne possono elencare anche altri.
    .example = 70-346
template-status = Stato
    .about = Se è stato superato.
    .example = superato
template-achieved = Data conseguimento
    .about = Il giorno del conseguimento.
    .example = 20/05/2016
template-expires = Scadenza
    .about = Il giorno della scadenza; vuoto significa mai.
    .example = 20/05/2027
template-country = Paese
    .about = Il paese del partner, per nome o codice.
    .example = Italia
template-market = Mercato
    .about = Il mercato del partner.
    .example = sviluppato
template-language = Lingua
    .about = La lingua dei suoi report.
    .example = italiano
template-contact-email = E-mail di contatto
    .about = Chi riceve i report.
    .example = direzione@contoso.example
template-tier = Livello attuale
    .about = Il livello attuale.
    .example = Silver
template-anniversary = Anniversario
    .about = L’anniversario dell’adesione.
    .example = 31/03/2027
template-passed = superato
template-not-passed = non superato
template-developed = sviluppato
template-developing = in sviluppo
template-no-tier = nessuno

finding-no-usage-in-month = Non c’è utilizzo in { $month }{ $has-other ->
        [yes] ; l’ultimo mese con utilizzo è { $other }
       *[no] {""}
    }. Nessun partner ha diritti attivi.
    .title = Nessun utilizzo nel mese di riferimento
    .help = Controllare la data di riferimento o aggiungere l’esportazione di quel mese.
    .about =
        I diritti si contano in un solo mese: l’ultimo con utilizzo fino alla data di riferimento. Qui non c’è nessuna riga di quel mese, quindi ogni partner è valutato con zero diritti. Di solito --as-of indica un giorno precedente alle esportazioni, oppure manca l’esportazione dell’utilizzo.

finding-partner-gone = { $name } era nella verifica precedente{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }, { $has-tier ->
        [yes] con il livello { $tier }
       *[no] senza livello
    }; ora nessun file lo nomina.
    .title = Partner assente rispetto alla verifica precedente
    .help = Aggiungere le sue esportazioni, se il partner va valutato.
    .about =
        Un partner della verifica indicata con --previous non è nominato da nessun file di questa, né per ID né per nome, quindi non riceve un report. Se il partner è uscito, non serve fare nulla. Altrimenti manca la sua esportazione, o il suo ID è scritto male in tutte le righe.

cli-check-sheet = { $sheet }: { $role }{ $header ->
        [0] {""}
       *[other] , intestazione alla riga { $header }
    }, { $rows ->
        [one] { $rows } riga
       *[other] { $rows } righe
    }
cli-used-known = nota, non serve
cli-used-workload = utenti attivi di { $name }
cli-used-credential = { $name }
cli-used-unmapped = non riconosciuta
cli-hint = suggerimento

finding-sparse-reference-month = Il mese di riferimento { $month } ha solo { $smaller ->
        [one] { $smaller } riga di utilizzo
       *[other] { $smaller } righe di utilizzo
    }, mentre { $other } ne ha { $larger }.
    .title = Poche righe nel mese di riferimento
    .help = Correggere il mese, se è scritto male, oppure valutare il mese precedente con --as-of.
    .about =
        L’ultimo mese con utilizzo diventa il mese di riferimento e nient’altro conta. Se ha meno di un decimo delle righe del mese precedente, un solo mese scritto male o un’esportazione appena iniziata può aver spostato l’intera verifica. La posizione indica la prima riga di quel mese.

label-skype-for-business = Skype for Business
label-transacting-partner = Transacting Partner
label-digital-partner-of-record = Digital Partner of Record
label-fast-track-partner = Fast Track Partner
### Dettagli delle segnalazioni: che cos'è davvero un file

detail-format-xlsx = una cartella di lavoro di Excel (.xlsx)
detail-format-xlsb = una cartella di lavoro binaria di Excel (.xlsb)
detail-format-xls = una cartella di lavoro di Excel 97–2003 (.xls)
detail-format-ods = un foglio di calcolo OpenDocument (.ods)
detail-format-delimited = testo delimitato (.csv)
detail-format-html = una tabella HTML (.html)
detail-format-spreadsheetml = una cartella di lavoro SpreadsheetML 2003 (.xml)
# $format è un nome come PNG, ZIP, Word o JSON.
detail-image = un’immagine ({ $format })
detail-archive = un archivio ({ $format })
detail-document = un documento ({ $format })
detail-text-document = un documento di testo ({ $format })
detail-presentation = una presentazione ({ $format })
detail-message = un messaggio di posta elettronica ({ $format })
detail-database = un database ({ $format })
detail-other-file = un file di altro tipo ({ $format })
detail-old-excel = un foglio di lavoro di { $format }, troppo vecchio
detail-program = un programma
detail-binary = dati binari
detail-compound-without-workbook = un file di Office di vecchio tipo senza cartella di lavoro
detail-flat-opendocument = un file OpenDocument non compresso; salvarlo come .ods
detail-web-archive = un archivio Web (MHTML); salvarlo come .xlsx
detail-page-without-table = una pagina Web (HTML) senza tabelle

### Dettagli delle segnalazioni: danni. $technical è ciò che dicono la libreria o il sistema, in inglese.

detail-damaged = è danneggiato ({ $technical })
detail-damaged-xml = il suo XML è danneggiato ({ $technical })
detail-damaged-zip = il suo contenitore zip è danneggiato ({ $technical })
detail-damaged-zip-end = è troncato o danneggiato; manca la fine del suo contenitore zip
detail-damaged-zip-short = è troncato o danneggiato; il suo contenitore zip finisce troppo presto
detail-damaged-directory = è troncato o danneggiato; manca il suo indice
detail-damaged-workbook = è troncato o danneggiato; non vi si trova alcuna cartella di lavoro
detail-damaged-beyond-reader = è danneggiato in un modo che ne impedisce la lettura
detail-cut-off = è troncato
detail-part-missing = manca la sua parte “{ $part }”
detail-not-a-worksheet = ciò a cui rimanda non è un foglio di lavoro
detail-no-worksheets = non ha fogli di lavoro
detail-sheets-overlap = i suoi fogli si sovrappongono
detail-not-regular-file = non è un file normale
skip-hidden-folder = è una cartella nascosta
skip-too-deep = si trova in troppe cartelle annidate
skip-output = è il risultato di un’esecuzione
skip-link-to-folder = è un collegamento a una cartella
skip-link-nowhere = è un collegamento che non porta da nessuna parte
skip-special = è una pipe, un dispositivo o simile, non un file
detail-no-permission = manca l’autorizzazione a leggerlo
detail-gone = non c’è più
detail-system = il sistema lo rifiuta ({ $technical })
detail-reader-not-started = non è possibile avviare il processo che lo legge ({ $technical })
detail-outside-grid = il suo indirizzo è fuori dalla griglia del foglio
detail-cell-type = è di un tipo sconosciuto
detail-text-number = il testo numero { $number } non è fra i testi della cartella di lavoro
detail-text-missing = il suo testo non è fra i testi della cartella di lavoro
detail-open-quote = qui si apre una virgoletta che porta { $lines ->
        [one] { $lines } riga
       *[other] { $lines } righe
    } in questa sola cella
detail-open-quote-ignored = qui si apre una virgoletta che nessuno chiude, prima di { $lines ->
        [one] { $lines } riga
       *[other] { $lines } righe
    } di dati; la riga è stata letta senza

### Dettagli delle segnalazioni: limiti

detail-limit-bytes = { $size } byte, più di { $limit }
detail-limit-inflated = troppi byte una volta decompresso
detail-limit-piece = una sua porzione supera i { $limit } byte
detail-sheet-name-cut = il nome di un foglio supera { $limit } byte ed è stato tagliato
detail-empty-sheets = { $number } fogli vuoti dopo i primi { $limit } sono stati tralasciati
detail-limit-sheets = più di { $limit } fogli
detail-limit-parts = { $size } parti, più di { $limit }
detail-limit-page = una pagina Web di { $size } byte, più di { $limit }
detail-limit-workbook = una cartella di lavoro di oltre { $limit } MB
detail-limit-record = un record di { $size } byte, più di { $limit }
detail-limit-cells = più di { $limit } celle
detail-limit-texts = più di { $limit } testi
detail-limit-repeated = più di { $limit } celle ripetute
detail-limit-area = più di { $limit } celle, contando quelle vuote in mezzo
detail-limit-shared-cells = fogli che condividono le celle
detail-cell-cut = il testo di una cella supera i { $limit } byte ed è stato tagliato

finding-language-not-available = Non ci sono ancora testi nella lingua “{ $value }”; al suo posto si usa: { $language }.
    .title = Lingua non disponibile
    .help = Niente; scrivere un’altra lingua se il partner la legge meglio.
    .about = L’anagrafica può indicare la lingua del report di un partner. Questa lingua è stata riconosciuta, ma il programma non ha testi in essa, quindi il report è scritto nella lingua della verifica. Esempio: “Polish”. Scrivere una delle lingue disponibili, se il partner la legge meglio.

## The workspace: `tiergap.toml`, waivers

severity-settled = Risolto
finding-settled-help = Niente: il revisore lo ha accettato così com’è.
usage-reason-left-out = Escluso dal revisore
    .title = Escluso dal revisore
    .remedy = Il revisore ha deciso che queste righe non si contano; le segnalazioni sui dati dicono perché.
roster-reason-left-out = Escluso dal revisore
waiver-decision-accept = la segnalazione “{ $code }” è accettata così com’è
waiver-decision-leave-out = non si conta
waiver-decision-read-as = letto come “{ $to }” invece di “{ $from }”
waiver-decision-associated = vale come associato ({ $word })
setting-two-market-lists = sono indicati sia “markets” sia “[market-list]”; si usa l’elenco nel file
setting-cell-twice = una deroga precedente legge la stessa cella in altro modo, ed è quella applicata
setting-column-unused = nessun foglio ha una colonna “{ $word }”
setting-country-unknown = nessun paese ha il codice “{ $word }”
setting-partner-unknown = nessun partner si chiama “{ $word }”
setting-partners-overlap = “{ $word }” è anche nel [[same-partner]] di riga { $line }, colonna { $column }; si applica quello, questo no
setting-no-folder = non c’è una cartella “{ $word }”
setting-read-and-left-out = la deroga di riga { $line }, colonna { $column } esclude questa cella, perciò il valore con cui è letta non conta
previous-damaged = il file è danneggiato o non è di tiergap
previous-same-day = anche la verifica di un mese precedente è riferita al { $date }
finding-waiver-applied = Deciso dal revisore ({ $by }{ $has-date ->
        [yes] , fino al { $date }
       *[no] {""}
    }): { $decision }.{ $has-reason ->
        [yes] {" "}Motivo: { $reason }.
       *[no] {""}
    }
    .title = Deciso dal revisore
    .help = Niente; avvisare il revisore se non è corretto.
    .about = Il revisore ha deciso qualcosa su questi dati nell’area di lavoro: una segnalazione è accettata così com’è, una cella si legge in altro modo, alcune righe sono escluse o un cliente vale come associato. Ogni report interessato lo dice, con il motivo, chi ha deciso e fino a quando. Esempio: un numero con una lettera al posto di una cifra, confermato al telefono.
finding-waiver-expired = { $name }, riga { $line }, colonna { $column }: questa deroga è scaduta{ $has-date ->
        [yes] {" "}il { $date }
       *[no] {""}
    } e non è stata applicata.
    .title = Deroga scaduta
    .help = Riesaminarla: indicare un “until” successivo o eliminarla.
    .about = Una deroga vale fino al giorno che indica, confrontato con la data di riferimento della verifica. Dopo quel giorno non si applica più, perché nulla resti deciso per sempre per dimenticanza.
finding-waiver-unmatched = { $name }, riga { $line }, colonna { $column }: questa deroga non trova riscontro in questi file e non è stata applicata.
    .title = Deroga senza riscontro
    .help = Eliminarla se i dati sono ormai corretti; altrimenti correggere ciò che indica.
    .about = Una deroga indica un file, celle, un cliente o un partner, ed eventualmente una segnalazione. Nei file non c’è nulla di simile: i dati sono stati corretti, al suo posto c’è un’altra esportazione o un nome è scritto male. Esempio: la cella F17 del file dello scorso trimestre contiene ora un’altra riga.
finding-partners-joined = { $ids } sono considerati un solo partner{ $has-by ->
        [yes] {" "}({ $by })
       *[no] {""}
    }.{ $has-reason ->
        [yes] {" "}Motivo: { $reason }.
       *[no] {""}
    }
    .title = Partner considerati uno solo
    .help = Niente; avvisare il revisore se non sono lo stesso.
    .about = L’area di lavoro dice che questi ID MPN e nomi sono un solo partner. Tutte le loro righe sono state valutate insieme.
finding-contradictory-setting = { $name }, riga { $line }, colonna { $column }: { $detail }.
    .title = Impostazioni in contraddizione
    .help = Tenere una delle due.
    .about = Il file dell’area di lavoro dice due cose sullo stesso punto. Una è stata usata, e il messaggio dice quale.
finding-unused-setting = { $name }, riga { $line }, colonna { $column }: { $detail }.
    .title = Impostazione senza effetto
    .help = Correggerla o eliminarla.
    .about = Il file dell’area di lavoro dice qualcosa che non trova riscontro in questi file. Spesso un nome è scritto male o l’esportazione è cambiata. Esempio: un nome di colonna proprio che nessun foglio ha.

## Comparing reviews, trends

# What changed, and over several reviews. trend-title is a sheet's name: at most 31 characters.
trend-title = Andamento
trend-intro = Che cosa diceva ogni verifica, dalla meno recente.
trend-tiers-title = Partner per livello, in tutte le verifiche
column-review = Verifica
column-problem = Problema
column-whom = Riguarda
changes-findings-title = Problemi nei dati
changes-new = nuovo
changes-settled = scomparso

compare-title = Dal { $from } al { $to }
compare-sorted = Le verifiche sono confrontate nell’ordine delle loro date di riferimento, qualunque sia l’ordine qui indicato.
compare-rules = Le verifiche seguono regole diverse ({ $rules }): le variazioni possono dipendere solo dalle regole.
compare-nothing = Non è cambiato nulla.
compare-tier-changes = Cambi di livello
compare-entitlements = Diritti attivi
compare-people = Persone certificate
compare-persons = Chi conta
compare-customers = Clienti
compare-customers-unnamed = Una delle verifiche non nomina i clienti: non si possono confrontare.
compare-partners-new = Partner nuovi
compare-partners-gone = Partner scomparsi
compare-findings-new = Segnalazioni nuove
compare-findings-gone = Segnalazioni scomparse
compare-more = … e altri { $count }; --format json li elenca tutti

finding-previous-other-rules = La verifica al { $date } segue l’edizione { $value } delle sue regole, questa l’edizione { $other }: le variazioni possono dipendere solo dalle regole.
    .title = Verifica precedente con altre regole
    .help = Rifare la verifica precedente con le regole attuali, se interessano solo le variazioni delle cifre.
    .about = Le variazioni rispetto a una verifica precedente sono più significative se entrambe seguono le stesse regole. Se le regole differiscono, anche solo per l’edizione, un livello può salire o scendere senza che cambi alcuna cifra. Esempio: una verifica con l’edizione del 2017-06-27 è confrontata con una dell’edizione del 2017-07-07, che conta un’associazione in più. Nessuna delle due è sbagliata; per vedere solo le variazioni delle cifre, rifare la verifica precedente con le regole di oggi.

## Risk ahead, what-if

# What could cost a tier that is held, and does not yet put it at risk.
ahead-title = Rischi futuri
# $first: review or anniversary, whichever comes first; same: both on one day; none: no anniversary is known.
ahead-days = { $first ->
        [review] La prossima verifica è prevista per il { $review }, prima dell’anniversario del { $anniversary }.
        [anniversary] L’anniversario del { $anniversary } precede la prossima verifica, prevista per il { $review }.
        [same] La prossima verifica e l’anniversario cadono entrambi il { $review }.
       *[none] La prossima verifica è prevista per il { $review }.
    }
ahead-expiry = { $credential } di { $person } scade il { $date }, prima { $before ->
        [both] della prossima verifica e dell’anniversario
        [review] della prossima verifica
       *[anniversary] dell’anniversario
    }. { $falls ->
        [none] Senza questa qualifica non resta alcun livello.
       *[other] Senza questa qualifica il livello è { $tier }.
    }
ahead-person = { $falls ->
        [none] Il livello dipende da { $person }: senza questa persona non resta alcun livello.
       *[other] Il livello dipende da { $person }: senza questa persona è { $tier }.
    }
ahead-more-people = { $count ->
        [one] Il livello dipende allo stesso modo da un’altra persona.
       *[other] Il livello dipende allo stesso modo da altre { $count } persone.
    }
ahead-customer = { $falls ->
        [none] Il livello dipende da { $customer } ({ $amount }): senza questo cliente non resta alcun livello.
       *[other] Il livello dipende da { $customer } ({ $amount }): senza questo cliente è { $tier }.
    }
ahead-more-customers = { $count ->
        [one] Il livello dipende allo stesso modo da un altro cliente.
       *[other] Il livello dipende allo stesso modo da altri { $count } clienti.
    }
# Short forms, for the reviewer's list of all partners.
ahead-short-expiry = { $credential } di { $person } fino al { $date }: { $falls ->
        [none] poi nessun livello
       *[other] poi { $tier }
    }.
ahead-short-without = Senza { $who }: { $falls ->
        [none] nessun livello
       *[other] { $tier }
    }.
ahead-short-more = { $count ->
        [one] un altro
       *[other] altri { $count }
    }

whatif-title = { $name }, al { $date }: ora { $now }, poi { $then }
whatif-title-same = { $name }, al { $date }: ora { $now }, poi ancora { $then }
whatif-title-now = { $name }, al { $date }: { $now }
whatif-associate = { $customer } associa il partner
whatif-convert = { $customer } converte le versioni di prova
whatif-hold = { $person } ottiene { $credential }
whatif-add-people = { $count ->
        [one] { $count } persona certificata in più
       *[other] { $count } persone certificate in più
    }
whatif-add-users = { $count ->
        [one] { $count } utente attivo in più di { $workload }
       *[other] { $count } utenti attivi in più di { $workload }
    }
whatif-without = senza { $who }
whatif-no-effect = non cambia nulla{ $has-reasons ->
        [yes] {" "}({ $reasons })
       *[no] {""}
    }
whatif-held = già ottenuto
whatif-associated = già associato
whatif-no-trial = non ha versioni di prova
whatif-counts = conta già, quindi non serve
whatif-did-not-count = non contava comunque
whatif-lacks = manca ancora { $missing }
whatif-other-path = conta per un altro percorso
whatif-column-then = Poi

## Mail

mail-column-partner = Partner
mail-column-contact = Contatto
mail-column-language = Lingua
mail-column-subject = Oggetto
mail-column-attachments = Allegati
mail-column-status = Stato
mail-attachment = { $kind } { $size } KB
mail-ready = pronto
mail-drafted = bozza { $file }
mail-sent = inviato
mail-refused = rifiutato: { $why }
mail-failed = non inviato: { $why }
mail-unknown = inviato o no, nessuno può dirlo: { $why }
mail-not-tried = non tentato
mail-held-no-contact = trattenuto: il foglio dei partner non indica un contatto
mail-held-several = trattenuto: il contatto ha più di un indirizzo
mail-held-address = trattenuto: il contatto non è un indirizzo utilizzabile
mail-held-letters = trattenuto: l’indirizzo ha lettere che molti server di posta non accettano
mail-held-errors = trattenuto: errori nei suoi dati ({ $codes })
mail-held-changed = trattenuto: { $file } è stato modificato dopo la verifica
mail-held-missing = trattenuto: { $file } manca
mail-held-sent = inviato il { $date }
mail-held-sent-before = inviato il { $date }, prima che la verifica fosse ripetuta
mail-held-unknown = trattenuto: l’invio del { $date } si è interrotto
mail-shared = { $address } è il contatto di { $partners }: ognuno di questi messaggi va lì
mail-told-ready = { $count ->
        [one] { $count } messaggio è pronto
       *[other] { $count } messaggi sono pronti
    }, { $before } già inviati, { $held } trattenuti; nulla è stato inviato
mail-told-drafts = { $count ->
        [one] { $count } bozza è in { $folder }
       *[other] { $count } bozze sono in { $folder }
    }, { $before } messaggi già inviati, { $held } trattenuti
mail-told-sent = { $sent ->
        [one] { $sent } messaggio inviato
       *[other] { $sent } messaggi inviati
    }, { $failed } non inviati, { $before } già inviati prima, { $held } trattenuti
mail-told-closed = l’invio è finito prima del tempo: { $why }
mail-hint-next = --drafts scrive le bozze, --send --to-me invia tutto a sé stessi, --send invia ai partner
mail-hint-ledger = ciò che è stato inviato è annotato in { $file }; ripetendo il comando si invia solo ciò che manca
mail-hint-unknown = chiedere al partner o guardare nella posta inviata, poi indicare il partner con --resend se non ha ricevuto nulla
mail-hint-server = controllare host, port, security e accesso in [mail.smtp] di { $file }, e se questo computer raggiunge il server
mail-told-kept = { $count ->
        [one] { $count } bozza precedente resta com’era
       *[other] { $count } bozze precedenti restano com’erano
    }

## Watching the inbox

watch-begins = Osservo { $folder }, dove { $files ->
    [0] non c’è ancora nulla
    [one] c’è già un file
   *[other] ci sono già { $files } file
}. Ctrl-C per terminare.
watch-polls = Qui le modifiche non vengono segnalate ({ $detail }), perciò la cartella viene controllata ogni { $seconds } secondi.
watch-gone = rimosso: { $file }
watch-passed = tralasciato: { $file }
watch-unreachable = { $folder } non è raggiungibile; in attesa.
watch-reachable = { $folder } è di nuovo raggiungibile.
watch-runs = Non arriva altro: la verifica viene eseguita di nuovo.
watch-nothing = In { $folder } non è arrivato nulla, quindi non c’era nulla da controllare.
watch-nothing-to-run = In { $folder } non è arrivato nulla, quindi la verifica non è stata eseguita.

## Verifying and signing a review

endorsement-title = Nota e approvazione
endorsement-signed = Approvato da { $name } il { $date }. Oggetto dell’approvazione: results.json, SHA-256 { $hash }
endorsement-noted = Nota del { $date }
sign-off-done = { $name } ha approvato la verifica in { $folder }; l’approvazione riguarda { $file } e figura sulla prima pagina del portafoglio.
sign-off-noted = La nota figura sulla prima pagina del portafoglio in { $folder }.
verify-unchanged = { $files ->
    [one] L’unico file della verifica è come è stato scritto.
   *[other] Tutti i { $files } file della verifica sono come sono stati scritti.
}
verify-changed = La verifica non è più come è stata scritta:
verify-file = { $how ->
    [missing] mancante: { $file }
    [added] aggiunto: { $file }
   *[changed] modificato: { $file }
}
verify-disagrees = { $what ->
    [tool] manifest.json e results.json indicano programmi diversi.
    [ruleset] manifest.json e results.json indicano regole diverse.
    [inputs] manifest.json e results.json indicano file di origine diversi.
    [reports] manifest.json e results.json indicano report diversi.
    [signature] Il file results.json presente non è quello approvato.
   *[unreadable] results.json o sign-off.json non è leggibile.
}
verify-inputs-same = { $files ->
    [one] Il file di origine è quello esaminato.
   *[other] Tutti i { $files } file di origine sono quelli esaminati.
}
verify-inputs-changed = I file di origine non sono quelli esaminati; invariati: { $files }
verify-signed = Approvato da { $name } il { $date }: { $holds ->
    [yes] ciò che è stato approvato è ciò che è presente.
   *[no] ciò che è stato approvato non è più ciò che è presente.
}
verify-not-signed = Non ancora approvato.

## Shards

shard-written = Parte { $shard }: valutati e scritti in { $folder } { $partners } partner su { $all }
