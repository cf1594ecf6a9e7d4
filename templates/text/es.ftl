# Textos en español. Todos los archivos de idioma tienen las mismas claves con los mismos valores entre llaves.
# `$has-x` es `yes` si existe el texto `$x` y `no` si está vacío.

### Listas, números, palabras breves

list-comma = {", "}
list-semicolon = {"; "}
list-and = { $first } y { $last }
list-or = { $first } o { $last }
list-or-else = { $first }, o bien { $last }
percent = { $number }{"\u00A0"}%
word-yes = Sí
word-no = No
word-met = cumplido
word-not-met = no cumplido
page = Página { $page } de { $pages }
cells-and-more = { $cells } y { $more } más
footer = { $tool } · Reglas { $rules }, edición { $edition } · Situación al { $date }

severity-error = Error
severity-warning = Aviso
severity-info = Nota

tier-gold = Gold
tier-silver = Silver
tier-none = Sin nivel

market-developed = Mercado desarrollado
market-developing = Mercado en desarrollo
market-none = Mercado desconocido

role-usage = Uso de los clientes
role-roster = Lista de certificaciones
role-partners = Datos maestros de partners
role-none = No utilizada
role-unread = No se pudo leer

# Lo que se lee en lugar de un nombre que es de otro partner.
alias-file = Archivo { $number }
alias-sheet = Hoja { $number }
alias-partner = Otro partner
alias-text = …

metric-entitlements = Derechos activos
metric-people = Personas certificadas
amount-entitlements = { $count ->
        [one] { $count } derecho activo
       *[other] { $count } derechos activos
    }
amount-people = { $count ->
        [one] { $count } persona certificada
       *[other] { $count } personas certificadas
    }

# Palabras de las reglas que el idioma tiene por su cuenta; las demás vienen de las listas de palabras.
exam = Examen { $number }
exams = Exámenes { $numbers }
# Dentro de una frase.
exam-named = el examen { $number }
exams-named = los exámenes { $numbers }
# Después de dos puntos, y después del verbo que lo da por aprobado.
exam-missing = examen { $number }
exams-missing = exámenes { $numbers }
exam-passed = el examen { $number }
label-delegated-administrator = administrador delegado

field-partner-id = ID de partner
field-partner-name = nombre del partner
field-partner-country = país del partner
field-partner-market = mercado del partner
field-country = país
field-market = mercado
field-customer-id = ID de cliente
field-customer-name = nombre del cliente
field-customer-country = país del cliente
field-workload = carga de trabajo
field-sku = SKU
field-product = producto
field-trial = versión de prueba
field-association = asociación
field-active-users = usuarios activos
field-month = mes
field-person-id = ID de MCP
field-person-name = nombre de la persona
field-first-name = nombre
field-last-name = apellidos
field-email = correo electrónico
field-credential = examen o certificación
field-credential-type = tipo de credencial
field-status = estado
field-achieved = fecha de obtención
field-expires = fecha de vencimiento
field-language = idioma
field-contact-email = correo de contacto
field-tier = nivel
field-anniversary = aniversario
field-known = columna conocida

### Por qué una fila no cuenta

usage-reason-unreadable = Ilegible{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Ilegible
    .remedy = Corrija en la exportación las celdas indicadas en “Incidencias en los datos” y repita la revisión. Hasta entonces, estas filas no suman nada.
usage-reason-workload-not-eligible = La carga de trabajo no cuenta{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Carga de trabajo que no cuenta
    .remedy = Solo cuentan los usuarios activos de las cargas de trabajo que enumeran las reglas. No hay que hacer nada, salvo que un nombre esté mal escrito.
usage-reason-trial = SKU de prueba{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = SKU de prueba
    .remedy = Estos usuarios contarán cuando el cliente haya convertido la versión de prueba en una suscripción de pago.
usage-reason-no-qualifying-association = Sin asociación válida
    .title = Sin asociación válida
    .remedy = Los usuarios del mes de referencia que aún no se hayan contado contarán cuando el cliente haya asociado al partner de alguna de las formas que aceptan las reglas.
usage-reason-outside-reference-month = Otro mes{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Fuera del mes de referencia
    .remedy = Solo cuenta el mes de referencia. No hay que hacer nada, salvo que un mes sea incorrecto.
usage-reason-duplicate = Duplicado{ $has-detail ->
        [yes] {" "}de { $detail }
       *[no] {""}
    }
    .title = Duplicado
    .remedy = Ya se contó una fila con el mismo cliente, carga de trabajo, SKU y mes. No hay que hacer nada.
not-counted-conflict =
    .title = Duplicado con otro número
    .remedy = El mismo cliente, carga de trabajo, SKU y mes ya se ha contado con el número menor. Averigüe qué número es el correcto y quite la otra fila.

roster-reason-unreadable = Ilegible
roster-reason-not-required = Estas reglas no lo exigen
roster-reason-not-passed = No aprobado
roster-reason-after-as-of = Obtención posterior a la fecha de referencia{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
roster-reason-expired = { $has-detail ->
        [yes] Venció el { $detail }
       *[no] Ya venció
    }
roster-reason-no-proof = Sin estado ni fecha
roster-reason-duplicate = Ya se contó para esta persona

### Columnas

column-active-users = Usuarios activos
column-actual = Alcanzado
column-change = Desde la revisión anterior
column-code = Código
column-could-be = Posible
column-counted = Contabilizado
column-counts = Cuenta
column-customer = Cliente
column-email = Correo electrónico
column-entitlements = Derechos
column-file = Archivo
column-help = Qué hacer
column-mcp-id = ID de MCP
column-message = Problema
column-next-tier = Siguiente nivel
column-partner = Partner
column-person = Nombre
column-place = Ubicación
column-problems = Problemas en los datos
column-reason = Motivo
column-remark = Observación
column-required = Exigido
column-requirement = Requisito
column-risk = Riesgo
column-role = Uso en la revisión
column-rows = Filas
column-severity = Gravedad
column-sha256 = SHA-256
column-sheet = Hoja
column-shortfall = Falta
column-sku = SKU
column-source = Origen
column-status = Estado
column-tier = Nivel
column-total = Total
column-value = Valor leído
column-verdict = Resultado
column-workload = Carga de trabajo

fact-anniversary = Aniversario
fact-as-of = Fecha de referencia
fact-country = País
fact-current-tier = Nivel registrado
fact-edition = Edición de las reglas
fact-inputs = Archivos de origen
fact-market = Mercado
fact-month = Mes de referencia
fact-previous = Revisión anterior
fact-partner-id = ID de MPN
fact-partners = Partners

### El informe de un partner

pdf-more-rows = { $count ->
        [one] Una fila más no se muestra aquí; el libro las contiene todas.
       *[other] { $count } filas más no se muestran aquí; el libro las contiene todas.
    }
report-title = Análisis de brechas – { $name }
summary-title = Resumen
status-title = Situación del partner
status-highest = { $name } cumple todos los requisitos del nivel { $tier }.
status-held = { $lost ->
        [yes] { $name } cumple los requisitos del nivel { $tier }, pero ya no los del nivel { $target }. Lo que falta: { $missing }.
       *[no] { $name } cumple los requisitos del nivel { $tier }. Lo que falta para el nivel { $target }: { $missing }.
    }
status-none = { $lost ->
        [yes] { $name } ya no alcanza el nivel { $target }. Lo que falta: { $missing }.
       *[no] { $name } aún no alcanza el nivel { $target }. Lo que falta: { $missing }.
    }
status-could-be = Si todos los problemas pendientes en los datos se resolvieran a favor del partner, el nivel podría ser { $tier }.
status-could-be-where = Véase “Incidencias en los datos”.

risk-title = En riesgo
risk-title-lost = Nivel perdido
risk-short-record = Registrado: { $tier }
risk-thin-margin = { $spare ->
        [0] Justo en el umbral de { $required } derechos activos: no queda ningún margen.
        [one] Solo { $spare } derecho activo por encima del umbral de { $required }.
       *[other] Solo { $spare } derechos activos por encima del umbral de { $required }.
    }
risk-expiring = El nivel depende de una credencial que vence el { $date }: { $credential } ({ $person }).
risk-tier-dropped = { $move ->
        [lost] Se ha perdido el nivel { $from } respecto a la revisión anterior.
       *[other] El nivel ha bajado de { $from } a { $to } respecto a la revisión anterior.
    }
risk-entitlements-dropped = El número de derechos activos ha bajado de { $from } a { $to } respecto a la revisión anterior.
risk-people-dropped = El número de personas certificadas ha bajado de { $from } a { $to } respecto a la revisión anterior.
risk-short-expiring = { $credential } ({ $person }) vence el { $date }.

change-new = No figuraba en la revisión anterior{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-nothing = Sin cambios desde el { $date }.
change-tier = { $move ->
        [lost] Nivel { $from } perdido desde el { $date }.
        [gained] Nivel { $to } alcanzado desde el { $date }.
       *[other] Cambio de nivel desde el { $date }: de { $from } a { $to }.
    }
change-entitlements = Derechos activos desde el { $date }: { $direction ->
        [up] aumento
       *[down] descenso
    } de { $from } a { $to }.
change-people = Personas certificadas desde el { $date }: de { $from } a { $to }.
change-short-new = Nuevo en esta revisión.
change-short-nothing = Sin cambios.
change-short-tier = { $move ->
        [lost] Nivel { $from } perdido.
        [gained] Nivel { $to } alcanzado.
       *[other] Nivel: de { $from } a { $to }.
    }
change-short-entitlements = Derechos activos: { $direction ->
        [up] aumento
       *[down] descenso
    } de { $from } a { $to }.
change-short-people = Personas certificadas: { $direction ->
        [up] aumento
       *[down] descenso
    } de { $from } a { $to }.

# Qué ha cambiado desde la revisión anterior: una hoja y una sección. El título es el nombre de una hoja: 31 caracteres como máximo.
changes-title = Qué ha cambiado
changes-intro = Comparación con la revisión a fecha de { $date }.{ $named ->
        [yes] {""}
       *[no] {" "}Aquella revisión no nombra a sus clientes: solo se pueden comparar las cifras.
    }
changes-customers-title = Clientes
changes-people-title = Personas
changes-gained = ganado
changes-lost = perdido
changes-grown = ha crecido
changes-customers-total = Total de estos cambios
changes-shrunk = ha disminuido
changes-counts = ahora cuenta
changes-counts-no-more = ya no cuenta
changes-left-roster = ya no cuenta, no figura en la lista
column-figure = Dato
column-then = Antes
column-now = Ahora
column-difference = Variación
column-happened = Qué ha ocurrido

gauge-all-met = Todos los umbrales alcanzados
gauge-line = { $label }: { $verdict }
gauge-met = Umbral de { $tier } alcanzado
gauge-short = { $shortfall ->
        [one] Falta
       *[other] Faltan
    } { $shortfall } para { $tier }
gauge-line-all-met = { $label }: todos los umbrales alcanzados
gauge-line-met = { $label }: umbral de { $tier } alcanzado
gauge-line-short = { $label }: { $shortfall ->
        [one] falta
       *[other] faltan
    } { $shortfall } para { $tier }

requirements-title = Requisitos
requirements-live = Al cambiar una celda de usuarios activos o el valor de “Contabilizado” en la hoja “Uso”, o una credencial en la hoja “Personas”, estas cifras, el nivel y los gráficos se actualizan. Las frases y las demás hojas describen los datos tal como se leyeron.
requirements-market-unknown = No se conoce el mercado de este partner: se aplican los umbrales más altos.
requirements-mixed = { $tier }: { $people ->
        [one] { $people } persona cumple
       *[other] { $people } personas cumplen
    } por una u otra vía; el requisito es de { $required }. Las reglas cuentan cada vía por separado, de modo que este recuento combinado no cumple el requisito.

plan-step = Paso { $number }
column-step = Plan
plan-title = Plan para el nivel { $tier }
plan-title-none = Plan
plan-intro = Estos pasos conducen al nivel { $tier }; en cada requisito, de menor a mayor esfuerzo.
plan-no-steps = No se necesita ningún otro paso para el nivel { $tier }.
plan-highest = { $tier } es el nivel más alto: no se necesita ningún paso.
plan-highest-at-risk = { $tier } es el nivel más alto. Consulte qué lo pone en riesgo.
plan-outcome = Una vez completados todos los pasos, el nivel será { $tier }.
plan-outcome-none = Aun completados todos los pasos, no se alcanza ningún nivel.
plan-associate = Obtener de { $customer } la asociación como { $associations }
plan-convert = Ayudar a { $customer } a convertir sus versiones de prueba en suscripciones de pago
plan-grow = Sumar { $count ->
        [one] { $count } usuario activo más
       *[other] { $count } usuarios activos más
    } en { $workloads } entre los clientes asociados
plan-exam = { $person }: aprobar { $credential }{ $has-others ->
        [yes] {" "}(o, en su lugar, { $others }, a quien también le falta un solo examen)
       *[no] {""}
    }
plan-certify = { $count ->
        [one] Una persona más debe acreditar
       *[other] { $count } personas más deben acreditar, cada una,
    } { $credentials }{ $has-others ->
        [yes] , o bien { $others }
       *[no] {""}
    }
effect = +{ $amount }
effect-later = cuenta con un paso posterior

usage-title = Uso
usage-columns = { $count ->
        [one] Columna { $first } como en el archivo de origen; las siguientes indican cómo se ha evaluado cada fila.
       *[other] Columnas { $first }–{ $last } como en el archivo de origen; las siguientes indican cómo se ha evaluado cada fila.
    }
customers-title = Clientes que cuentan
customers-intro = { $customers ->
        [0] No cuenta ningún cliente
        [one] Cuenta { $customers } cliente
       *[other] Cuentan { $customers } clientes
    }, con { $entitlements ->
        [one] { $entitlements } derecho activo
       *[other] { $entitlements } derechos activos
    } en { $month }.
customer-unnamed = Cliente no indicado
by-workload-title = Derechos activos por carga de trabajo
not-counted-title = Lo que no se contabilizó
# Nombre de una hoja: 31 caracteres como máximo.
not-counted-sheet = No contabilizado
not-counted-group = { $reason } – { $rows ->
        [one] { $rows } fila
       *[other] { $rows } filas
    }{ $known ->
        [yes] , { $users ->
            [one] { $users } usuario activo
           *[other] { $users } usuarios activos
        }
       *[no] {""}
    }

people-title = Personas
people-intro = Cuenta toda persona que acredite por sí sola { $ways }. En la lista: { $people }; contabilizadas: { $counted }.
people-none = En los archivos de origen no figura ninguna persona de este partner.
path-column = Vía: { $path }
path-column-note = 1: la persona tiene todo lo necesario. 0: falta algo.
person-missing = Pendiente: { $credentials }.
person-expires = { $credential } vence el { $date }.
person-unreadable = { $credential }: “{ $value }” no se puede leer como { $field }.
person-unreadable-credential = “{ $value }” no se puede leer como examen o certificación.

findings-title = Incidencias en los datos
findings-none = No se ha detectado ningún problema en los datos.
findings-intro = Errores: { $errors }. Avisos: { $warnings }. Notas: { $infos }. Se refieren a los datos, no a las reglas; corríjalos en el origen y repita la revisión.
finding-repeated = { $message } { $times ->
        [2] Aparece dos veces.
       *[other] Aparece { $times } veces.
    }
finding-more-like-it = { $message } { $more ->
        [one] Y un caso similar más.
       *[other] Y { $more } casos similares más.
    }

sources-title = Orígenes

### Cómo se ha contado

method-title = Cómo se ha contado
method-entitlements = Un derecho activo es un usuario activo de un cliente en una carga de trabajo. Quien está activo en dos cargas de trabajo cuenta dos veces.
method-workloads = Cuentan, sumadas entre sí, las cargas de trabajo { $workloads }.
method-trials = Los SKU de prueba no cuentan.
method-trials-count = Los SKU de prueba cuentan igual que los de pago.
method-associations = Un cliente cuenta si el partner está asociado a él como { $associations }{ $count ->
        [one] .
       *[other] ; basta con una de estas asociaciones.
    }
method-duplicates = Las filas con el mismo cliente, carga de trabajo, SKU y mes cuentan una sola vez. Si solo difieren en el número, cuenta el menor.
method-people = Cuenta toda persona que acredite por sí sola { $ways }. Los exámenes de personas distintas no se suman.
method-paths-apart = Cada una de estas vías se cuenta por separado y decide el número mayor.
method-paths-combined = Las personas de todas estas vías se suman.
method-tier = El nivel { $tier } exige { $entitlements } y { $people }.
threshold-by-market = { $developed } en un mercado desarrollado ({ $developing } en un mercado en desarrollo)
method-risk = Un nivel está en riesgo si el margen es inferior al { $percent } o si depende de una credencial que vence en un plazo de { $days ->
        [one] { $days } día
       *[other] { $days } días
    }. También lo está con cada descenso del nivel, de los derechos o de las personas desde la revisión anterior.
method-dates = Solo cuenta el uso de { $month }. Las personas se evalúan al { $date }.
method-market-sheet = { $market }, según los datos maestros de partners. Se han aplicado los umbrales correspondientes.
method-market-usage = { $market }, según la columna de mercado de los datos de uso. Se han aplicado los umbrales correspondientes.
method-market-country = { $market }, según el país del partner ({ $country }). { $has-list ->
        [yes] Lista de países: { $list }.
       *[no] La lista de países no es la de Microsoft, que no es pública.
    }
method-market-contradictory = Los orígenes se contradicen sobre el mercado del partner. Se han aplicado los umbrales más altos.
method-market-unknown = Los orígenes no indican el mercado del partner. Se han aplicado los umbrales más altos.
method-market-portfolio = El mercado es el del propio partner: se toma de los datos maestros de partners; en su defecto, de los datos de uso, y en último término, de su país. { $has-list ->
        [yes] Lista de países: { $list }.
       *[no] La lista de países no es la de Microsoft, que no es pública.
    } Si se desconoce el mercado, se aplican los umbrales más altos.
method-privacy = Si el nombre de un archivo o de una hoja revela a otro partner, sus clientes o su personal, o si una columna libre menciona a otro partner, el informe de un partner muestra en su lugar una palabra neutra.
method-source = Reglas: { $competency }, { $option }, edición { $edition } ({ $id }). Publicadas en: { $source }

### La visión de conjunto para quien revisa

portfolio-title = Revisión de partners – { $month }
portfolio-name = Todos los partners
portfolio-headline = { $partners ->
        [one] { $partners } partner revisado
       *[other] { $partners } partners revisados
    }: { $tiers }. En riesgo: { $risk }.
total-of-tier = { $count } { $tier }
total-of-none = { $count } sin nivel
totals-title = Partners por nivel
panel-more = { $count ->
        [one] Y { $count } más.
       *[other] Y { $count } más.
    }
# La página para la reunión: listas breves.
markets-title = Partners por mercado
panel-risk = En riesgo
panel-movers = Cambios desde la revisión anterior
panel-closest = Los más cercanos al siguiente nivel
panel-could-be = Podrían subir una vez aclarados los datos
panel-could-be-line = { $tier } acreditado, podría ser { $better }
panel-problems = Problemas en los datos por archivo
panel-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errores
    }
panel-warnings = { $count ->
        [one] { $count } aviso
       *[other] { $count } avisos
    }

partners-title = Partners
distance = { $tier }: { $count ->
        [one] falta { $missing }
       *[other] faltan { $missing }
    }
distance-highest = Nivel más alto alcanzado

### El portfolio como página para el navegador

page-skip = Ir a los partners
page-dark = Colores oscuros
page-light = Colores claros
page-filters = Buscar, filtrar y ordenar
page-search = Búsqueda
page-search-hint = Nombre, ID, país…
page-all = Todos
page-not-at-risk = Sin riesgo
page-sort = Ordenar por
page-order = Nivel más alto primero
page-ascending = Ascendente
page-descending = Descendente
page-reset = Mostrar todo
# `{ $shown }` se inserta después y nunca supera `$all`.
page-shown = { $all ->
        [one] { $shown } de { $all } partner
       *[other] { $shown } de { $all } partners
    }
page-nothing = Ningún partner coincide con la búsqueda y los filtros.
page-reports = Informes

### La copia de un archivo para quien revisa

annotated-title = { $file } – con los resultados
annotated-summary = Incidencias
verdict-counted = Contabilizada
verdict-not-counted = No contabilizada
verdict-partly = Contabilizada en parte
verdict-read = Leída
verdict-no-partner = No pertenece a ningún partner
verdict-master-data = Datos maestros del partner
part-counted = { $label }: { $count ->
        [one] { $count } contabilizado
       *[other] { $count } contabilizados
    }
part-held = { $label }: contabilizado
part-not-counted = { $has-label ->
        [yes] { $label }: no contabilizado – { $reason }
       *[no] No contabilizado – { $reason }
    }
note = { $severity }: { $message } { $help }
annotated-rows = { $counted } contabilizadas, { $others } no contabilizadas

### Incidencias: archivos

finding-unreadable-file = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } no se puede leer{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Archivo ilegible
    .help = Abra el archivo en Excel, guárdelo de nuevo como .xlsx y vuelva a colocarlo en su sitio.
    .about = El archivo está dañado o no se pudo abrir, por lo que nada de su contenido entra en la revisión. Todo partner con datos en él puede quedar en un nivel demasiado bajo. Ejemplo: una descarga que se interrumpió a la mitad. Descargue o guarde de nuevo el archivo y repita la revisión.
finding-password-protected = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } está protegido con contraseña.
    .title = Archivo protegido con contraseña
    .help = Guarde una copia sin contraseña y utilícela.
    .about = Un libro cifrado no se puede leer, por lo que nada de su contenido entra en la revisión. Ejemplo: una lista de certificaciones que el partner envió con una contraseña de apertura. En Excel, elija Archivo, Información, Proteger libro, quite la contraseña y guarde una copia para la revisión.
finding-not-a-spreadsheet = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } no es un libro de Excel ni una tabla{ $has-detail ->
        [yes] , sino { $detail }
       *[no] {""}
    }.
    .title = Ni libro ni tabla
    .help = Exporte los datos como .xlsx o .csv y sustituya el archivo.
    .about = Lo que decide es el contenido, no la extensión del nombre: este archivo no contiene ni un libro ni una tabla de texto. Ejemplo: un PDF o una página web guardados con la extensión .xlsx. Solicite la exportación original.
finding-empty-file = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } está vacío.
    .title = Archivo vacío
    .help = Exporte de nuevo los datos; si no hay nada que exportar, retire el archivo.
    .about = El archivo no tiene ningún contenido. Casi siempre se debe a una exportación o una descarga que falló sin avisar. Los datos que debería contener faltan en la revisión.
finding-limit-exceeded = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } supera el tamaño que admite la revisión{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Demasiado grande
    .help = Divida el archivo, por ejemplo por partner o por mes, o quite las hojas que no se necesiten.
    .about = Los archivos llegan de fuera, por lo que su tamaño se limita antes de dedicarles memoria. Lo que supera un límite queda fuera y falta en la revisión. Ejemplo: un archivo pequeño que al abrirse crece hasta ocupar gigabytes. Divida la exportación en archivos más pequeños.
finding-file-took-too-long = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } tardó en leerse más que el límite de { $detail } y se dejó fuera.
    .title = Tardó demasiado
    .help = Exporte los datos de nuevo, sin fórmulas ni dibujos, o divida el archivo; si está en buen estado y solo es grande, suba el límite con --max-seconds.
    .about = Cada archivo se lee en un proceso propio que se termina cuando se agota su tiempo; los demás archivos se leen igualmente. Nada de este archivo está en la revisión. Ejemplo: un archivo pequeño hecho para tener ocupados a los programas durante horas.
finding-file-needs-too-much-memory = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } necesita para leerse más memoria que el límite de { $detail } y se dejó fuera.
    .title = Necesita demasiada memoria
    .help = Divida el archivo, por ejemplo por partner o por mes; si está en buen estado y solo es grande, suba el límite con --max-memory.
    .about = Cada archivo se lee en un proceso propio con un límite de memoria; los demás archivos se leen igualmente. Nada de este archivo está en la revisión. Ejemplo: un archivo pequeño que al abrirse crece hasta ocupar gigabytes.
finding-file-crashed-the-reader = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } está dañado de un modo que interrumpió su lectura y se dejó fuera.
    .title = Lectura interrumpida
    .help = Abra el archivo en Excel y guárdelo como un .xlsx nuevo, o pida una nueva exportación.
    .about = Cada archivo se lee en un proceso propio, de modo que uno cuyo daño termina el proceso no cuesta más que él mismo. Nada de este archivo está en la revisión. Si Excel lo abre sin avisos, comuníquelo como error del programa.
finding-nothing-recognised = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } no tiene ninguna hoja que parezca contener datos de uso, una lista de certificaciones o datos de partners{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Nada reconocido
    .help = Corrija los encabezados de las columnas o indíquelos en un archivo con --columns.
    .about = Las hojas se reconocen por los encabezados de sus columnas, en inglés, italiano, alemán, francés, español o portugués. En este archivo no hay suficientes. Ejemplo: un resumen que solo contiene un gráfico. Si los datos están bajo otros encabezados, indíquelos en un archivo con --columns.
finding-missing-input = { $has-name ->
        [yes] “{ $name }”
       *[no] Un origen
    } no existe.
    .title = Origen no encontrado
    .help = Compruebe que la ruta esté bien escrita.
    .about = Un archivo o una carpeta que se indicó para la revisión no está. La revisión continúa sin él, por lo que pueden faltar datos. Compruebe el nombre y si la unidad de red está conectada.
finding-unsupported-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Un archivo
    } tiene un formato que la revisión no lee{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Formato no admitido
    .help = Guárdelo como .xlsx o .csv si contiene datos para la revisión.
    .about = Se leen libros (.xlsx, .xlsm, .xlsb, .xls, .ods) y tablas de texto (.csv, .tsv, .txt). Todo lo demás que haya en la carpeta queda fuera y se menciona aquí, para que nada desaparezca sin avisar. Ejemplo: un PDF junto a las exportaciones.
finding-same-file-twice = { $has-name ->
        [yes] “{ $name }”
       *[no] Un archivo
    } tiene el mismo contenido que { $has-other ->
        [yes] “{ $other }”
       *[no] otro origen
    } y se ha omitido.
    .title = Mismo archivo dos veces
    .help = Elimine una de las dos copias.
    .about = Dos archivos son idénticos hasta el último byte. Leer ambos solo produciría duplicados, por lo que únicamente se usa el primero. Ejemplo: “uso.xlsx” y “uso (1).xlsx” en la carpeta de descargas.
finding-skipped-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Un archivo
    } se ha pasado por alto: { $has-detail ->
        [yes] { $detail }
       *[no] es un archivo temporal u oculto
    }.
    .title = Archivo pasado por alto
    .help = No es necesario hacer nada, salvo que contenga datos para la revisión.
    .about = No se leen los archivos de bloqueo que Excel deja mientras un libro está abierto (su nombre empieza por ~$), los archivos ocultos ni los del sistema. Nunca contienen datos propios. Tampoco se leen las carpetas de salidas anteriores, los enlaces a carpetas, las tuberías ni los dispositivos.
finding-misnamed-file = { $has-name ->
        [yes] “{ $name }”
       *[no] El archivo
    } es en realidad { $has-detail ->
        [yes] { $detail }
       *[no] de otro formato
    }, diga lo que diga su extensión. Se ha leído como tal.
    .title = Extensión y contenido distintos
    .help = No es necesario hacer nada; para evitar el aviso de Excel, guárdelo en el formato correcto.
    .about = Los portales suelen llamar .xls a un texto separado por tabulaciones o a una página web. El contenido decide cómo se lee, por lo que los datos están completos. Esta nota lo señala porque Excel muestra un aviso sobre el mismo archivo.

### Incidencias: hojas y columnas

finding-missing-column = La hoja “{ $sheet }” no tiene ninguna columna de { $has-field ->
        [yes] { $field }
       *[no] un dato necesario
    }.
    .title = Falta una columna
    .help = Agregue la columna o indique su encabezado en un archivo con --columns.
    .about = La hoja se reconoció, pero sin esta columna no se puede usar. Ejemplo: datos de uso sin columna de usuarios activos. O bien la exportación está incompleta, o bien la columna tiene un encabezado que las listas no conocen; en ese caso, indíquelo en un archivo con --columns.
finding-unreadable-sheet = { $has-sheet ->
        [yes] La hoja “{ $sheet }”
       *[no] Una hoja
    } no se puede leer{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Hoja ilegible
    .help = Abra el libro en Excel, guárdelo de nuevo como .xlsx y vuelva a colocarlo en su sitio.
    .about = Una hoja del libro está dañada; las demás se han leído. Los partners con datos en esta hoja pueden quedar en un nivel demasiado bajo. A menudo basta con guardar de nuevo el libro en Excel.
finding-ambiguous-column = { $has-header ->
        [yes] La columna “{ $header }”
       *[no] Una columna
    } podría significar { $has-field ->
        [yes] “{ $field }”
       *[no] varias cosas
    }{ $has-other ->
        [yes] , al igual que “{ $other }”
       *[no] {""}
    }.
    .title = Columna con varios significados
    .help = Cambie el nombre de una de las columnas o indique el encabezado de la correcta en un archivo con --columns.
    .about = Dos columnas pueden tener el mismo significado, o una columna admite dos. Se ha usado la primera, o la más parecida. Ejemplo: “Nombre” junto a “Nombre del cliente”. Compruebe si se ha tomado la correcta.
finding-similar-header = { $has-header ->
        [yes] La columna “{ $header }”
       *[no] Una columna
    } no se ha usado{ $has-suggestion ->
        [yes] , pero se parece a “{ $suggestion }”
       *[no] {""}
    }.
    .title = Encabezado casi igual
    .help = Corrija el encabezado o indíquelo en un archivo con --columns.
    .about = El encabezado de la columna se parece a uno conocido, pero no es el mismo. Adivinarlo podría llevar a error, por lo que la columna no se ha usado. Ejemplo: “Usuarios actvos”. Corrija la escritura y repita la revisión.
finding-no-trial-column = La hoja “{ $sheet }” no tiene columna de versiones de prueba ni de SKU: no se pueden distinguir las versiones de prueba.
    .title = Versiones de prueba no distinguibles
    .help = Confirme que la exportación no contiene versiones de prueba o expórtela con el SKU.
    .about = Los SKU de prueba no deben contar. En esta hoja no hay forma de reconocerlos, como es habitual en el informe de uso de Office del portal, por lo que todas sus filas se han considerado de pago. El número real puede ser menor. Compárelo con una exportación que muestre el SKU antes de confiar en un resultado ajustado.
finding-no-association-column = La hoja “{ $sheet }” no tiene columna de asociación: ninguna de sus filas puede contar.
    .title = Falta la columna de asociación
    .help = Exporte el uso con la asociación del partner (tipo de atribución).
    .about = Un cliente solo cuenta si el partner está asociado a él de alguna de las formas aceptadas. Sin una columna que indique la asociación, nada de la hoja puede demostrarlo. Ejemplo: una exportación de uso del centro de administración del propio cliente.
finding-rows-above-header = Esta fila está por encima del encabezado de la hoja “{ $sheet }”, parece contener datos y no se ha leído.
    .title = Datos por encima del encabezado
    .help = Si contiene datos, mueva la fila de encabezado por encima de ella y repita la revisión. Si no, no es necesario hacer nada.
    .about = Una tabla se lee desde su fila de encabezado hacia abajo. Una ordenación en Excel que ha movido también el encabezado deja datos por encima de él, y una tabla con un encabezado desconocido puede estar por encima de otra conocida. De estas filas no se cuenta nada. Ejemplo: una fila con el ID de un partner, un mes y usuarios activos por encima de la fila “ID de MPN, Cliente, Mes, Usuarios activos”.
finding-ignored-sheet = La hoja “{ $sheet }” no se ha usado: no parece contener datos de uso, una lista de certificaciones ni datos de partners.
    .title = Hoja no usada
    .help = No es necesario hacer nada, salvo que contenga datos para la revisión; en ese caso, compruebe sus encabezados.
    .about = Los encabezados de esta hoja no muestran qué contiene. Se menciona para que nada quede fuera sin avisar. Ejemplo: una portada, una tabla dinámica o unas notas.
finding-hidden-sheet = La hoja “{ $sheet }” está oculta en Excel, pero se ha leído.
    .title = Se leyó una hoja oculta
    .help = Compruebe si sus filas deben contar.
    .about = Las hojas ocultas se leen como las demás, porque sus datos pueden ser reales. Sin embargo, es fácil olvidarlas: una copia antigua de los datos en una hoja oculta puede producir duplicados.
finding-unmapped-column = { $has-header ->
        [yes] La columna “{ $header }”
       *[no] Una columna
    } no se ha usado.
    .title = Columna no usada
    .help = No es necesario hacer nada, salvo que sea importante para la revisión; en ese caso, corrija el encabezado o indíquelo en un archivo con --columns.
    .about = Ninguna lista conoce el encabezado de esta columna y las reglas no la necesitan. En los informes se mantiene tal cual. Ejemplo: un centro de costos interno.
finding-skipped-row = La fila “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” se ha considerado un total, una nota o un encabezado repetido y no se ha contado.
    .title = Fila pasada por alto
    .help = Compruebe que no sea la fila de un cliente.
    .about = Los totales, los subtotales y los encabezados repetidos harían contar dos veces a los usuarios. Se reconocen por palabras como “Total” o “Subtotal”. Si un cliente se llama realmente así, cámbiele el nombre, por ejemplo por su razón social completa.

### Incidencias: celdas

finding-unreadable-count = { $has-value ->
        [yes] “{ $value }”
       *[no] La celda
    } no es un número de usuarios activos.
    .title = Número ilegible
    .help = { $has-formula ->
        [yes] La fórmula no se ha calculado nunca: abra el archivo en Excel y guárdelo.
       *[no] Escriba en la celda un número entero igual o mayor que cero.
    }
    .about = Los usuarios activos se cuentan en números enteros. Los textos, los errores como #N/D y los números negativos o con decimales no dicen nada seguro, por lo que la fila no suma nada y el problema queda pendiente. Ejemplo: “n/d” o “12,5”. Corrija la celda en el origen.
finding-ambiguous-number = { $has-value ->
        [yes] “{ $value }”
       *[no] El número
    } se puede leer de más de una forma{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Número con dos lecturas
    .help = Escriba el número sin separadores o con formato numérico.
    .about = Un punto o una coma puede separar los millares o los decimales, y nada más en la hoja lo aclara. Ejemplo: “2.000” puede ser 2000 usuarios o dos. Adivinarlo podría decidir un nivel, por lo que la fila queda pendiente hasta que el número esté claro.
finding-unreadable-month = { $has-value ->
        [yes] “{ $value }”
       *[no] La celda
    } no es un mes.
    .title = Mes ilegible
    .help = Escriba el mes como 2026-09 o como fecha.
    .about = Solo cuenta el uso del mes de referencia, por lo que una fila sin un mes legible no puede contar. Ejemplo: “T3” o “mes pasado”. Corrija la celda en el origen.
finding-unreadable-date = { $has-value ->
        [yes] “{ $value }”
       *[no] La celda
    } no es una fecha.
    .title = Fecha ilegible
    .help = Introduzca una fecha real o escríbala como 2026-09-30.
    .about = El día en que una credencial se obtuvo o vence decide si cuenta. Una fecha que no se puede leer lo deja pendiente. Ejemplo: “31/02/2026”, un día que no existe.
finding-ambiguous-date = { $has-value ->
        [yes] “{ $value }”
       *[no] La fecha
    } se puede leer de más de una forma{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Fecha con dos lecturas
    .help = Escriba las fechas como 2026-09-30 o introdúzcalas como fechas reales.
    .about = En 03/04/2026 puede ir primero el día o el mes, y nada más en la columna lo aclara. La fila no se cuenta y queda pendiente: no se adivina cuál es la lectura correcta. Bastaría una sola fecha de la columna con un día superior a 12 para aclararlo.
finding-unreadable-cell = La celda no se puede leer{ $has-value ->
        [yes] : muestra { $value }
       *[no] {""}
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Celda ilegible
    .help = Repare la celda en Excel y guarde de nuevo el archivo.
    .about = En esta ubicación, el archivo contiene algo que no es un valor válido, como un error o una fórmula que nunca se calculó. Se ha omitido y el resto se ha leído. Abra el archivo en Excel, deje que calcule y guárdelo.
finding-missing-workload = La fila no indica ninguna carga de trabajo.
    .title = Falta la carga de trabajo
    .help = Indique la carga de trabajo.
    .about = Los usuarios activos solo cuentan para una carga de trabajo. Una fila que no indica ninguna no se puede evaluar y no suma nada. Ejemplo: una exportación en la que la carga de trabajo figura solo en la primera fila de cada bloque. Rellene las celdas hacia abajo.
finding-missing-credential = La fila no indica ningún examen ni certificación.
    .title = Falta el examen o la certificación
    .help = Indique el examen o la certificación, o quite la fila.
    .about = Una fila de la lista de certificaciones dice que una persona posee una credencial. Sin el nombre de la credencial no demuestra nada.
finding-missing-partner = La fila no dice a qué partner pertenece.
    .title = Falta el partner
    .help = Indique el ID de MPN o el nombre del partner.
    .about = Cada fila pertenece a un partner, por su ID o por su nombre. Esta no indica ni lo uno ni lo otro, por lo que no cuenta para nadie. Ejemplo: un bloque en el que el nombre figura solo en la primera fila. Rellene las celdas hacia abajo o ponga a cada partner en su propio archivo.
finding-missing-person = La fila no dice a qué persona pertenece.
    .title = Falta la persona
    .help = Indique el nombre, el correo electrónico o el ID de MCP.
    .about = Las condiciones deben cumplirse en una misma persona, por lo que una credencial sin persona no puede contar.
finding-unknown-status = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es un estado conocido.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Estado desconocido
    .help = Escriba “Aprobado” o “No aprobado”.
    .about = El estado dice si un examen se aprobó. Una palabra que las listas no conocen lo deja pendiente, por lo que la fila no cuenta hasta que se aclare. Ejemplo: “En estudio”.
finding-missing-customer = La fila no indica ningún cliente.
    .title = Falta el cliente
    .help = Indique el ID de inquilino o el nombre del cliente.
    .about = Los clientes se distinguen por el ID de inquilino o por el nombre; así se encuentran los duplicados. Las filas que no tienen ni lo uno ni lo otro se consideran de un solo cliente sin nombre. Ejemplo: nombres que el portal ha ocultado.
finding-unknown-workload = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es una carga de trabajo conocida.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Carga de trabajo desconocida
    .help = Corrija la escritura.
    .about = Solo cuentan las cargas de trabajo de las listas. Una palabra que ninguna lista conoce no cuenta, pero puede ser un error al escribir una que sí cuenta, por lo que el nivel queda pendiente. Ejemplo: “Exchnge Online”.
finding-unknown-association = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es una asociación conocida.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Asociación desconocida
    .help = Corrija la palabra.
    .about = La asociación decide si un cliente cuenta. Una palabra que ninguna lista conoce no vale como asociación, pero queda como problema pendiente. Ejemplo: “Digital PoR (antiguo)”.
finding-unknown-trial = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” en la columna de versiones de prueba no dice ni sí ni no.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Palabra desconocida en la columna de versiones de prueba
    .help = Escriba sí o no.
    .about = La columna de versiones de prueba decide si una fila cuenta. Cuando no se conoce su palabra, solo el SKU puede revelar aún que se trata de una versión de prueba. Ejemplo: “quizás”.
finding-unknown-market = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es un mercado conocido.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Mercado desconocido
    .help = Escriba “desarrollado” o “en desarrollo”.
    .about = El mercado decide los umbrales. Una palabra desconocida no dice nada, por lo que deciden otros orígenes; si no hay ninguno, se aplican los umbrales más altos. Ejemplo: “EMEA”.
finding-unknown-country = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es un país conocido.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = País desconocido
    .help = Escriba el nombre del país o su código de dos letras.
    .about = Cuando nada más indica el mercado, lo indica el país del partner. Un nombre desconocido deja el mercado sin determinar. Ejemplo: “Eslovquia”.
finding-unknown-language = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es un idioma de los informes.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Idioma desconocido
    .help = Escriba un código como es o en.
    .about = Los datos maestros de partners pueden indicar el idioma del informe de un partner. Este no está disponible, por lo que se usa el idioma de la revisión.
finding-unknown-tier = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” no es un nivel conocido.{ $has-suggestion ->
        [yes] {" "}¿Quiso decir “{ $suggestion }”?
       *[no] {""}
    }
    .title = Nivel desconocido
    .help = Escriba gold, silver o none.
    .about = El nivel registrado se muestra junto al acreditado. No decide nada, por lo que la revisión continúa sin él. Ejemplo: “Platinum”.
finding-unusual-partner-id = “{ $value }” no parece un ID de MPN.
    .title = ID de partner inusual
    .help = Compruebe el ID; los ID de MPN constan solo de cifras.
    .about = Un ID que no consta solo de cifras se ha tomado tal cual. Si es un error, las filas de un mismo partner quedan repartidas en dos. Ejemplo: la letra O en lugar de un cero.

### Incidencias: quién es quién

finding-ambiguous-partner-name = El nombre { $has-name ->
        [yes] “{ $name }”
       *[no] de un partner
    } corresponde a varios ID{ $has-ids ->
        [yes] : { $ids }
       *[no] {""}
    }. Las filas sin ID no se pueden asignar a ninguno de ellos.
    .title = Un nombre, varios ID
    .help = Agregue el ID de MPN a las filas que solo indican el nombre.
    .about = Una fila sin ID se une al partner cuyo nombre lleva, siempre que ese nombre corresponda a un único ID. Aquí corresponde a varios, por lo que estas filas quedan aparte. Ejemplo: dos empresas de un mismo grupo con el mismo nombre.
finding-market-unknown = El mercado de { $has-partner ->
        [yes] { $partner }
       *[no] un partner
    } no se conoce{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. Se han aplicado los umbrales más altos.
    .title = Mercado sin determinar
    .help = Agregue el mercado o el país a los datos maestros de partners.
    .about = En un mercado en desarrollo, el nivel Silver exige menos derechos activos. Cuando nada indica el mercado, se aplican los umbrales más altos y el resultado puede ser demasiado estricto. Indique el mercado o el país en los datos maestros de partners.
finding-market-contradictory = Los orígenes se contradicen sobre el mercado de { $has-partner ->
        [yes] { $partner }
       *[no] un partner
    }{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }. Se han aplicado los umbrales más altos.
    .title = Mercado contradictorio
    .help = Corrija el mercado en el origen; los datos maestros de partners tienen prioridad.
    .about = Un origen dice desarrollado y otro, en desarrollo. Mientras no se aclare, se aplican los umbrales más altos y el resultado puede ser demasiado estricto.
finding-partner-names-differ = Los orígenes escriben de distintas formas el nombre de { $has-name ->
        [yes] { $name }
       *[no] un partner
    }{ $has-others ->
        [yes] : { $others }
       *[no] {""}
    }.
    .title = Nombres distintos de un mismo partner
    .help = No es necesario hacer nada si se trata de una misma empresa; de lo contrario, corrija el ID.
    .about = Las filas comparten un ID de MPN y se han considerado de un solo partner. Si los nombres son realmente de dos empresas, uno de los ID es incorrecto y se han mezclado datos.
finding-person-joined-by-email = { $has-name ->
        [yes] { $name }
       *[no] Una persona
    } tiene varios ID de MCP{ $has-ids ->
        [yes] {" "}({ $ids })
       *[no] {""}
    } y se ha considerado una sola persona por su correo electrónico{ $has-email ->
        [yes] {" "}({ $email })
       *[no] {""}
    }.
    .title = Una persona, varios ID de MCP
    .help = No es necesario hacer nada; compruébelo si varias personas comparten el correo electrónico.
    .about = Es un defecto conocido del portal que una persona tenga dos ID de MCP. Se han reunido los exámenes de ambos. Un buzón compartido en la columna del correo electrónico uniría a personas distintas; por eso conviene no usarlo.
finding-same-name-two-people = { $has-name ->
        [yes] “{ $name }”
       *[no] Un nombre
    } designa a dos personas: sus ID de MCP y sus correos electrónicos son distintos.
    .title = Mismo nombre, dos personas
    .help = Si es una sola persona, ponga en ambas filas el mismo ID de MCP o el mismo correo electrónico.
    .about = Dos personas de un partner tienen el mismo nombre, pero no comparten ni ID de MCP ni correo electrónico, por lo que se han evaluado por separado. Si fueran una sola persona, los exámenes de ambas filas contarían juntos.

### Incidencias: evaluación

finding-conflicting-duplicate = { $has-customer ->
        [yes] { $customer }
       *[no] Un cliente
    } figura { $has-times ->
        [yes] { $times }
       *[no] dos
    } veces{ $has-workload ->
        [yes] {" "}en { $workload }
       *[no] {""}
    } con números distintos{ $has-times ->
        [yes] , de { $smaller } a { $larger }
       *[no] : { $smaller } y { $larger }
    }{ $has-other ->
        [yes] {" "}(véase { $other })
       *[no] {""}
    }. Se ha contado el menor.
    .title = Duplicados contradictorios
    .help = Averigüe qué número es el correcto y quite la otra fila.
    .about = Dos filas coinciden en partner, cliente, carga de trabajo, SKU y mes, pero no en el número de usuarios activos. Solo uno puede ser correcto; se cuenta el menor, y el nivel que daría el mayor se muestra como posible. Ejemplo: una exportación hecha dos veces en el mismo mes.
finding-mixed-paths = Para { $has-tier ->
        [yes] el nivel { $tier }
       *[no] un nivel
    }, las personas de distintas vías bastarían en conjunto{ $has-people ->
        [yes] {" "}({ $people })
       *[no] {""}
    }, pero cada vía se cuenta por separado.
    .title = Personas por vías combinadas
    .help = Pregunte al programa de partners si las personas de distintas vías pueden sumarse.
    .about = La página pide un número de personas con ambos exámenes o un número de personas con la certificación. No dice que ambas cosas puedan combinarse. La revisión cuenta cada vía por separado e indica dónde habría bastado un recuento combinado.

### Incidencias: la ejecución

finding-as-of-today = No se pudo leer ningún mes en los orígenes, por lo que todo se ha evaluado con la fecha de hoy{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
    .title = Evaluado con la fecha de hoy
    .help = Indique el día con --as-of para que una ejecución posterior dé el mismo resultado.
    .about = La fecha de referencia suele ser el último día del mes más reciente con datos de uso. Ningún origen tiene un mes que se pueda leer, por lo que se ha tomado la fecha de hoy. La misma ejecución podría dar mañana otro resultado, porque las credenciales vencen.
finding-usage-after-as-of = { $count ->
        [one] { $count } fila de uso es posterior
       *[other] { $count } filas de uso son posteriores
    } a la fecha de referencia{ $has-month ->
        [yes] {" "}(hasta { $month })
       *[no] {""}
    } y no { $count ->
        [one] puede
       *[other] pueden
    } contar.
    .title = Uso posterior a la fecha de referencia
    .help = No es necesario hacer nada si la fecha de referencia es la deseada; de lo contrario, elija una posterior con --as-of.
    .about = Solo el uso hasta la fecha de referencia puede determinar el mes de referencia. Las filas posteriores se muestran, pero no se cuentan.
finding-missing-glyph = Ninguna fuente disponible puede mostrar { $has-value ->
        [yes] “{ $value }”
       *[no] un carácter
    }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }; el PDF muestra un sustituto.
    .title = Carácter sin fuente
    .help = Indique con --fonts DIR una carpeta con fuentes adecuadas. El libro muestra el texto completo.
    .about = Las fuentes incluidas cubren los alfabetos latino, griego, cirílico, árabe y hebreo. Para otras escrituras se usa una fuente del equipo, si la hay. Ejemplo: el nombre de un cliente en caracteres chinos en un equipo sin fuentes chinas.
finding-previous-unreadable = La revisión anterior { $has-name ->
        [yes] “{ $name }”{" "}
       *[no] {""}
    }no se puede leer{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Revisión anterior ilegible
    .help = Mueva primero su carpeta a otro lugar; después ponga en su sitio una copia íntegra o vuelva a ejecutar ese mes.
    .about = Para comparar se necesitan los resultados de una ejecución anterior. Los de la revisión de ese mes en el espacio de trabajo están dañados o son de otro tipo, y se han dejado fuera. La revisión en sí está completa, pero no sabe qué decía la de ese mes.

## La línea de comandos

cli-column-partner = Partner
cli-column-id = ID de MPN
cli-column-tier = Nivel
cli-column-could-be = Posible
cli-column-entitlements = Derechos
cli-column-people = Personas
cli-column-risk = Riesgo
cli-at-risk = en riesgo
cli-more-findings = … y { $count } más; todas están en results.json y portfolio.xlsx
cli-findings = Incidencias: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errores
}, { $warnings ->
    [one] { $warnings } aviso
   *[other] { $warnings } avisos
}, { $infos ->
    [one] { $infos } nota
   *[other] { $infos } notas
}
cli-written = { $partners ->
    [one] { $partners } partner evaluado
   *[other] { $partners } partners evaluados
} al { $date } según el uso de { $month }; los informes están en { $folder }

## Libros en blanco (`tiergap template`)

template-subject = Libro en blanco para una revisión de partners
template-guide = Guía
template-guide-column = Columna
template-guide-about = Qué se indica
template-guide-example = Ejemplo
template-guide-values = Valores posibles
template-usage-sheet = Uso
template-usage-guide-1 = Una fila por cada cliente, carga de trabajo, SKU y mes.
template-usage-guide-2 = Los usuarios activos son un número entero; no deje ninguna celda vacía: el cero es un número como cualquier otro.
template-usage-guide-3 = Una fila solo cuenta con una de las asociaciones que nombran las reglas; una celda puede contener varias, separadas por comas.
template-usage-guide-4 = Puede agregar columnas propias: se mantienen en el informe y la revisión no las usa.
template-roster-sheet = Certificaciones
template-roster-guide-1 = Una fila por cada persona y credencial.
template-roster-guide-2 = Indique el ID de MCP o el correo electrónico: las filas que comparten uno de ellos son de la misma persona.
template-roster-guide-3 = Indique el estado o la fecha de obtención: una fila sin ninguno de los dos no tiene prueba y no cuenta.
template-roster-guide-4 = Deje vacía la fecha de vencimiento si la credencial no vence nunca.
template-partners-sheet = Partners
template-partners-guide-1 = Una fila por cada partner.
template-partners-guide-2 = El mercado es el del propio partner, no el de sus clientes. Decide el umbral de Silver.
template-partners-guide-3 = Sin mercado, decide el país según una lista que no es la de Microsoft.
template-partners-guide-4 = El idioma es el de los informes del partner.
template-partner-id = ID de partner
    .about = El ID de MPN del partner: cifras.
    .example = 1234567
template-partner-name = Nombre del partner
    .about = El nombre del partner. A falta de ID, el nombre indica de qué partner se trata.
    .example = Contoso Servicios
template-customer-id = ID de inquilino del cliente
    .about = El ID de inquilino del cliente. A falta de ID, el nombre distingue a los clientes.
    .example = 6a1f0c6e-0d5b-4c39-9d0a-2f5f3c6f1b11
template-customer-name = Nombre del cliente
    .about = El nombre del cliente.
    .example = Clínica Beta
template-workload = Carga de trabajo
    .about = La carga de trabajo en la que los usuarios están activos.
    .example = Exchange Online
template-sku = SKU
    .about = La oferta, tal como la nombra el portal. Si el nombre indica una versión de prueba, se reconoce.
    .example = OFFICE 365 ENTERPRISE E3
template-trial = Versión de prueba
    .about = Si se trata de una versión de prueba. Las versiones de prueba no cuentan.
    .example = no
template-association = Asociación
    .about = Cómo está asociado el partner al cliente.
    .example = Digital Partner of Record
template-active-users = Usuarios activos
    .about = Usuarios activos en la carga de trabajo durante el mes.
    .example = 420
template-month = Mes
    .about = El mes del uso.
    .example = 2026-09
template-person-id = ID de MCP
    .about = El ID de certificación de Microsoft de la persona.
    .example = 10234567
template-person-name = Nombre y apellidos
    .about = El nombre completo de la persona.
    .example = Ana Gómez
template-email = Correo electrónico
    .about = El correo electrónico de la persona.
    .example = ana.gomez@contoso.example
template-credential = Credencial
    .about = El examen o la certificación. Se pueden indicar también otros.
    .example = 70-346
template-status = Estado
    .about = Si se aprobó.
    .example = aprobado
template-achieved = Fecha de obtención
    .about = El día en que se obtuvo.
    .example = 20/05/2016
template-expires = Fecha de vencimiento
    .about = El día en que vence; vacía significa nunca.
    .example = 20/05/2027
template-country = País
    .about = El país del partner, por nombre o código.
    .example = España
template-market = Mercado
    .about = El mercado del partner.
    .example = desarrollado
template-language = Idioma
    .about = El idioma de sus informes.
    .example = español
template-contact-email = Correo de contacto
    .about = Quién recibe los informes.
    .example = direccion@contoso.example
template-tier = Nivel actual
    .about = El nivel que tiene hoy.
    .example = Silver
template-anniversary = Aniversario
    .about = El aniversario de la membresía.
    .example = 31/03/2027
template-passed = aprobado
template-not-passed = no aprobado
template-developed = desarrollado
template-developing = en desarrollo
template-no-tier = ninguno

finding-no-usage-in-month = No hay datos de uso de { $month }{ $has-other ->
        [yes] ; el último mes con datos es { $other }
       *[no] {""}
    }. Ningún partner tiene derechos activos.
    .title = Sin datos de uso en el mes de referencia
    .help = Compruebe la fecha de referencia o agregue la exportación de uso de ese mes.
    .about =
        Los derechos se cuentan en un solo mes: el último con datos de uso hasta la fecha de referencia. Aquí no se encontró ninguna fila de ese mes, por lo que todos los partners se evalúan con cero derechos. Por lo general, --as-of indica un día anterior al comienzo de las exportaciones, o falta la exportación de uso en la carpeta de entrada.

finding-partner-gone = { $name } figuraba en la revisión anterior{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }, { $has-tier ->
        [yes] con el nivel { $tier }
       *[no] sin nivel
    }; ahora ningún origen lo menciona.
    .title = Partner ausente desde la revisión anterior
    .help = Agregue sus exportaciones a la carpeta de entrada si debe revisarse.
    .about =
        Ningún origen de esta revisión menciona, ni por ID ni por nombre, a un partner de la revisión indicada con --previous, por lo que este no recibe informe. Si se ha dado de baja, no hay que hacer nada. De lo contrario, falta su exportación o su ID está mal escrito en todas las filas.

cli-check-sheet = { $sheet }: { $role }{ $header ->
        [0] {""}
       *[other] , encabezado en la fila { $header }
    }, { $rows ->
        [one] { $rows } fila
       *[other] { $rows } filas
    }
cli-used-known = conocida, no se necesita
cli-used-workload = usuarios activos de { $name }
cli-used-credential = { $name }
cli-used-unmapped = no reconocida
cli-hint = sugerencia

finding-sparse-reference-month = El mes de referencia, { $month }, tiene solo { $smaller ->
        [one] { $smaller } fila de uso
       *[other] { $smaller } filas de uso
    }, mientras que { $other } tiene { $larger }.
    .title = Pocas filas en el mes de referencia
    .help = Corrija el mes si está mal escrito, o evalúe el mes anterior con --as-of.
    .about =
        El último mes con datos de uso pasa a ser el mes de referencia y nada más cuenta. Si contiene menos de la décima parte de las filas del mes anterior, un solo mes mal escrito o una exportación recién comenzada puede haber desplazado toda la revisión. La ubicación señala la primera fila de ese mes.

label-skype-for-business = Skype Empresarial
label-transacting-partner = partner de transacciones
label-digital-partner-of-record = partner digital de registro
label-fast-track-partner = partner de Fast Track

### Detalles de las incidencias: qué es en realidad un archivo

detail-format-xlsx = un libro de Excel (.xlsx)
detail-format-xlsb = un libro binario de Excel (.xlsb)
detail-format-xls = un libro de Excel 97–2003 (.xls)
detail-format-ods = una hoja de cálculo de OpenDocument (.ods)
detail-format-delimited = un texto delimitado (.csv)
detail-format-html = una tabla HTML (.html)
detail-format-spreadsheetml = un libro SpreadsheetML 2003 (.xml)
# $format es un nombre como PNG, ZIP, Word o JSON.
detail-image = una imagen ({ $format })
detail-archive = un archivo comprimido ({ $format })
detail-document = un documento ({ $format })
detail-text-document = un documento de texto ({ $format })
detail-presentation = una presentación ({ $format })
detail-message = un mensaje de correo electrónico ({ $format })
detail-database = una base de datos ({ $format })
detail-other-file = un archivo de otro tipo ({ $format })
detail-old-excel = una hoja de cálculo de { $format }, una versión demasiado antigua
detail-program = un programa
detail-binary = un conjunto de datos binarios
detail-compound-without-workbook = un archivo de Office de formato antiguo que no contiene ningún libro
detail-flat-opendocument = un archivo OpenDocument sin comprimir; guárdelo como .ods
detail-web-archive = una página web de un solo archivo (MHTML); guárdela como .xlsx
detail-page-without-table = una página web (HTML) sin tablas

### Detalles de las incidencias: daños. $technical es lo que dicen la biblioteca o el sistema, en inglés.
# Sirven tanto para un archivo como para una hoja, así que nada concuerda con uno u otra.

detail-damaged = contenido dañado ({ $technical })
detail-damaged-xml = XML dañado ({ $technical })
detail-damaged-zip = contenedor ZIP dañado ({ $technical })
detail-damaged-zip-end = contenido truncado o dañado; falta el final del contenedor ZIP
detail-damaged-zip-short = contenido truncado o dañado; el contenedor ZIP termina antes de tiempo
detail-damaged-directory = contenido truncado o dañado; falta el directorio interno
detail-damaged-workbook = contenido truncado o dañado; no se encuentra ningún libro en él
detail-damaged-beyond-reader = contenido dañado de un modo que impide su lectura
detail-cut-off = contenido truncado
detail-part-missing = falta la parte “{ $part }”
detail-not-a-worksheet = el elemento al que remite no es una hoja de cálculo
detail-no-worksheets = no contiene hojas de cálculo
detail-sheets-overlap = las hojas se superponen
detail-not-regular-file = no es un archivo normal
skip-hidden-folder = es una carpeta oculta
skip-too-deep = está dentro de demasiadas carpetas
skip-output = es la salida de una ejecución
skip-link-to-folder = es un enlace a una carpeta
skip-link-nowhere = es un enlace que no lleva a ninguna parte
skip-special = es una tubería, un dispositivo o similar, no un archivo
detail-no-permission = falta el permiso de lectura
detail-gone = ya no existe
detail-system = el sistema rechaza la lectura ({ $technical })
detail-reader-not-started = no se puede iniciar el proceso que lo lee ({ $technical })
detail-outside-grid = su dirección está fuera de la cuadrícula de la hoja
detail-cell-type = es de un tipo desconocido
detail-text-number = el texto número { $number } no figura entre los textos del libro
detail-text-missing = su texto no figura entre los textos del libro
detail-open-quote = aquí se abren unas comillas que incluyen { $lines ->
        [one] { $lines } línea
       *[other] { $lines } líneas
    } en esta única celda
detail-open-quote-ignored = aquí se abren unas comillas que nadie cierra, antes de { $lines ->
        [one] { $lines } línea
       *[other] { $lines } líneas
    } de datos; la fila se leyó sin ellas

### Detalles de las incidencias: límites

detail-limit-bytes = { $size } bytes; el límite es de { $limit }
detail-limit-inflated = demasiados bytes una vez descomprimido el contenido
detail-limit-piece = uno de sus fragmentos supera los { $limit } bytes
detail-sheet-name-cut = el nombre de una hoja supera { $limit } bytes y se ha recortado
detail-empty-sheets = se han omitido { $number } hojas vacías después de las primeras { $limit }
detail-limit-sheets = más de { $limit } hojas
detail-limit-parts = { $size } partes; el límite es de { $limit }
detail-limit-page = una página web de { $size } bytes; el límite es de { $limit }
detail-limit-workbook = un libro de más de { $limit }{"\u00A0"}MB
detail-limit-record = un registro de { $size } bytes; el límite es de { $limit }
detail-limit-cells = más de { $limit } celdas
detail-limit-texts = más de { $limit } textos
detail-limit-repeated = más de { $limit } celdas repetidas
detail-limit-area = más de { $limit } celdas, contando las vacías intermedias
detail-limit-shared-cells = hojas que comparten sus celdas
detail-cell-cut = el texto de una celda supera los { $limit } bytes y se ha recortado

finding-language-not-available = Todavía no hay textos en el idioma “{ $value }”; en su lugar se usa: { $language }.
    .title = Idioma no disponible
    .help = No es necesario hacer nada; indique otro idioma si el partner lo lee mejor.
    .about = Los datos maestros de partners pueden indicar el idioma del informe de un partner. Este idioma se ha reconocido, pero el programa no tiene textos en él, por lo que el informe se redacta en el idioma de la revisión. Ejemplo: “polaco”. Indique uno de los idiomas disponibles si el partner lo lee mejor.

## The workspace: `tiergap.toml`, waivers

severity-settled = Resuelto
finding-settled-help = Nada: el revisor lo ha aceptado tal como está.
usage-reason-left-out = Excluido por el revisor
    .title = Excluido por el revisor
    .remedy = El revisor ha decidido que estas filas no cuentan; las incidencias sobre los datos dicen por qué.
roster-reason-left-out = Excluido por el revisor
waiver-decision-accept = la incidencia “{ $code }” se acepta tal como está
waiver-decision-leave-out = no cuenta
waiver-decision-read-as = leído como “{ $to }” en lugar de “{ $from }”
waiver-decision-associated = cuenta como asociado ({ $word })
setting-two-market-lists = se indican tanto “markets” como “[market-list]”; se usa la lista del archivo
setting-cell-twice = una dispensa anterior lee la misma celda de otro modo, y es la que se aplica
setting-column-unused = ninguna hoja tiene una columna “{ $word }”
setting-country-unknown = ningún país tiene el código “{ $word }”
setting-partner-unknown = ningún partner se llama “{ $word }”
setting-partners-overlap = “{ $word }” está también en el [[same-partner]] de la línea { $line }, columna { $column }; se aplica aquel, este no
setting-no-folder = no hay ninguna carpeta “{ $word }”
setting-read-and-left-out = la dispensa de la línea { $line }, columna { $column } excluye esta celda, así que el valor con que se lee no cuenta
previous-damaged = el archivo está dañado o no es de tiergap
previous-same-day = la revisión de un mes anterior también se refiere al { $date }
finding-waiver-applied = Decidido por el revisor ({ $by }{ $has-date ->
        [yes] , hasta el { $date }
       *[no] {""}
    }): { $decision }.{ $has-reason ->
        [yes] {" "}Motivo: { $reason }.
       *[no] {""}
    }
    .title = Decidido por el revisor
    .help = Nada; avise al revisor si no es correcto.
    .about = El revisor ha decidido algo sobre estos datos en el espacio de trabajo: una incidencia se acepta tal como está, una celda se lee de otro modo, unas filas se excluyen o un cliente cuenta como asociado. Cada informe afectado lo dice, con el motivo, quién lo decidió y hasta cuándo. Ejemplo: un número con una letra en lugar de una cifra, confirmado por teléfono.
finding-waiver-expired = { $name }, línea { $line }, columna { $column }: esta dispensa venció{ $has-date ->
        [yes] {" "}el { $date }
       *[no] {""}
    } y no se ha aplicado.
    .title = Dispensa vencida
    .help = Revísela: indique un “until” posterior o elimínela.
    .about = Una dispensa vale hasta el día que indica, comparado con la fecha de referencia de la revisión. Después de ese día ya no se aplica, para que nada quede decidido para siempre por descuido.
finding-waiver-unmatched = { $name }, línea { $line }, columna { $column }: esta dispensa no coincide con nada en estos archivos y no se ha aplicado.
    .title = Dispensa que no coincide con nada
    .help = Elimínela si los datos ya son correctos; si no, corrija lo que indica.
    .about = Una dispensa indica un archivo, celdas, un cliente o un partner, y quizá una incidencia. Nada en los archivos es así: los datos se corrigieron, hay otra exportación en su lugar o un nombre está mal escrito. Ejemplo: la celda F17 del archivo del trimestre pasado contiene ahora otra fila.
finding-partners-joined = { $ids } se toman por un solo partner{ $has-by ->
        [yes] {" "}({ $by })
       *[no] {""}
    }.{ $has-reason ->
        [yes] {" "}Motivo: { $reason }.
       *[no] {""}
    }
    .title = Partners tomados por uno solo
    .help = Nada; avise al revisor si no son el mismo.
    .about = El espacio de trabajo dice que estos ID de MPN y nombres son un solo partner. Todas sus filas se han evaluado juntas.
finding-contradictory-setting = { $name }, línea { $line }, columna { $column }: { $detail }.
    .title = Ajustes que se contradicen
    .help = Conserve uno de los dos.
    .about = El archivo del espacio de trabajo dice dos cosas sobre lo mismo. Se ha usado una de ellas, y el mensaje dice cuál.
finding-unused-setting = { $name }, línea { $line }, columna { $column }: { $detail }.
    .title = Ajuste sin efecto
    .help = Corríjalo o elimínelo.
    .about = El archivo del espacio de trabajo dice algo que no coincide con nada en estos archivos. A menudo un nombre está mal escrito o la exportación ha cambiado. Ejemplo: un nombre de columna propio que ninguna hoja tiene.

## Comparing reviews, trends

# What changed, and over several reviews. trend-title is a sheet's name: at most 31 characters.
trend-title = Evolución
trend-intro = Lo que decía cada revisión, de la más antigua a la más reciente.
trend-tiers-title = Partners por nivel en todas las revisiones
column-review = Revisión
column-problem = Problema
column-whom = Se refiere a
changes-findings-title = Problemas en los datos
changes-new = nuevo
changes-settled = desaparecido

compare-title = Del { $from } al { $to }
compare-sorted = Las revisiones se comparan en el orden de sus fechas de referencia, sea cual sea su orden aquí.
compare-rules = Las revisiones siguen reglas distintas ({ $rules }): los cambios pueden deberse solo a las reglas.
compare-nothing = No ha cambiado nada.
compare-tier-changes = Cambios de nivel
compare-entitlements = Derechos activos
compare-people = Personas certificadas
compare-persons = Quién cuenta
compare-customers = Clientes
compare-customers-unnamed = Una de las revisiones no nombra a sus clientes: no se pueden comparar.
compare-partners-new = Partners nuevos
compare-partners-gone = Partners desaparecidos
compare-findings-new = Incidencias nuevas
compare-findings-gone = Incidencias desaparecidas
compare-more = … y { $count } más; --format json los indica todos

finding-previous-other-rules = La revisión a fecha de { $date } sigue la edición { $value } de sus reglas; esta, la edición { $other }: los cambios pueden deberse solo a las reglas.
    .title = Revisión anterior con otras reglas
    .help = Repita la revisión anterior con las reglas actuales si solo le interesan los cambios de las cifras.
    .about = Los cambios respecto a una revisión anterior dicen más si ambas siguen las mismas reglas. Si las reglas difieren, aunque solo sea en la edición, un nivel puede subir o bajar sin que haya cambiado ninguna cifra. Ejemplo: una revisión según la edición de 2017-06-27 se compara con otra según la edición de 2017-07-07, que cuenta una asociación más. Ninguna de las dos es incorrecta; para ver solo los cambios de las cifras, repita la revisión anterior con las reglas de hoy.

## Risk ahead, what-if

# What could cost a tier that is held, and does not yet put it at risk.
ahead-title = Riesgos futuros
# $first: review or anniversary, whichever comes first; same: both on one day; none: no anniversary is known.
ahead-days = { $first ->
        [review] La próxima revisión está prevista para el { $review }, antes del aniversario del { $anniversary }.
        [anniversary] El aniversario del { $anniversary } llega antes de la próxima revisión, prevista para el { $review }.
        [same] La próxima revisión y el aniversario coinciden el { $review }.
       *[none] La próxima revisión está prevista para el { $review }.
    }
ahead-expiry = { $credential } ({ $person }) vence el { $date }, antes { $before ->
        [both] de la próxima revisión y del aniversario
        [review] de la próxima revisión
       *[anniversary] del aniversario
    }. { $falls ->
        [none] Sin esta credencial no queda ningún nivel.
       *[other] Sin esta credencial, el nivel es { $tier }.
    }
ahead-person = { $falls ->
        [none] El nivel depende de { $person }: sin esta persona no queda ningún nivel.
       *[other] El nivel depende de { $person }: sin esta persona, es { $tier }.
    }
ahead-more-people = { $count ->
        [one] El nivel depende del mismo modo de una persona más.
       *[other] El nivel depende del mismo modo de { $count } personas más.
    }
ahead-customer = { $falls ->
        [none] El nivel depende de { $customer } ({ $amount }): sin este cliente no queda ningún nivel.
       *[other] El nivel depende de { $customer } ({ $amount }): sin este cliente, es { $tier }.
    }
ahead-more-customers = { $count ->
        [one] El nivel depende del mismo modo de un cliente más.
       *[other] El nivel depende del mismo modo de { $count } clientes más.
    }
# Short forms, for the reviewer's list of all partners.
ahead-short-expiry = { $credential } ({ $person }) hasta el { $date }: { $falls ->
        [none] después, ningún nivel
       *[other] después, { $tier }
    }.
ahead-short-without = Sin { $who }: { $falls ->
        [none] ningún nivel
       *[other] { $tier }
    }.
ahead-short-more = { $count ->
        [one] uno más
       *[other] { $count } más
    }

whatif-title = { $name }, a fecha de { $date }: ahora { $now }, después { $then }
whatif-title-same = { $name }, a fecha de { $date }: ahora { $now }, después también { $then }
whatif-title-now = { $name }, a fecha de { $date }: { $now }
whatif-associate = { $customer } asocia al partner
whatif-convert = { $customer } convierte sus versiones de prueba
whatif-hold = { $person } obtiene { $credential }
whatif-add-people = { $count ->
        [one] { $count } persona certificada más
       *[other] { $count } personas certificadas más
    }
whatif-add-users = { $count ->
        [one] { $count } usuario activo más de { $workload }
       *[other] { $count } usuarios activos más de { $workload }
    }
whatif-without = sin { $who }
whatif-no-effect = no cambia nada{ $has-reasons ->
        [yes] {" "}({ $reasons })
       *[no] {""}
    }
whatif-held = ya obtenido
whatif-associated = ya asociado
whatif-no-trial = no tiene versiones de prueba
whatif-counts = ya cuenta, así que no hace falta
whatif-did-not-count = no contaba de todos modos
whatif-lacks = aún falta { $missing }
whatif-other-path = cuenta por otra vía que los demás
whatif-column-then = Después

## Mail

mail-column-partner = Partner
mail-column-contact = Contacto
mail-column-language = Idioma
mail-column-subject = Asunto
mail-column-attachments = Adjuntos
mail-column-status = Estado
mail-attachment = { $kind } { $size } KB
mail-ready = listo
mail-drafted = borrador { $file }
mail-sent = enviado
mail-refused = rechazado: { $why }
mail-failed = no enviado: { $why }
mail-unknown = enviado o no, nadie puede decirlo: { $why }
mail-not-tried = sin intentar
mail-held-no-contact = retenido: la hoja de partners no indica ningún contacto
mail-held-several = retenido: el contacto tiene más de una dirección
mail-held-address = retenido: el contacto no es una dirección utilizable
mail-held-letters = retenido: la dirección tiene letras que muchos servidores de correo no aceptan
mail-held-errors = retenido: errores en sus datos ({ $codes })
mail-held-changed = retenido: { $file } se modificó después de la revisión
mail-held-missing = retenido: falta { $file }
mail-held-sent = enviado el { $date }
mail-held-sent-before = enviado el { $date }, antes de repetir la revisión
mail-held-unknown = retenido: el envío del { $date } se interrumpió
mail-shared = { $address } es el contacto de { $partners }: cada uno de estos mensajes va allí
mail-told-ready = { $count ->
        [one] { $count } mensaje está listo
       *[other] { $count } mensajes están listos
    }, { $before } ya enviados, { $held } retenidos; no se ha enviado nada
mail-told-drafts = { $count ->
        [one] { $count } borrador está en { $folder }
       *[other] { $count } borradores están en { $folder }
    }, { $before } mensajes ya enviados, { $held } retenidos
mail-told-sent = { $sent ->
        [one] { $sent } mensaje enviado
       *[other] { $sent } mensajes enviados
    }, { $failed } sin enviar, { $before } enviados antes, { $held } retenidos
mail-told-closed = el envío terminó antes de tiempo: { $why }
mail-hint-next = --drafts escribe borradores, --send --to-me le envía todo a usted, --send envía a los partners
mail-hint-ledger = lo enviado queda anotado en { $file }; al repetir el comando solo se envía lo que falta
mail-hint-unknown = pregunte al partner o mire en los mensajes enviados y, si no ha recibido nada, indique el partner con --resend
mail-hint-server = revise host, port, security y el acceso en [mail.smtp] de { $file }, y si este equipo alcanza el servidor
mail-told-kept = { $count ->
        [one] { $count } borrador anterior queda como estaba
       *[other] { $count } borradores anteriores quedan como estaban
    }

## Watching the inbox

watch-begins = Observando { $folder }, donde { $files ->
    [0] aún no hay nada
    [one] ya hay un archivo
   *[other] ya hay { $files } archivos
}. Ctrl-C para terminar.
watch-polls = Aquí no se avisa de los cambios ({ $detail }), por lo que la carpeta se revisa cada { $seconds } segundos.
watch-gone = eliminado: { $file }
watch-passed = omitido: { $file }
watch-unreachable = No se puede acceder a { $folder }; a la espera.
watch-reachable = { $folder } vuelve a estar accesible.
watch-runs = No llega nada más: la revisión se ejecuta de nuevo.
watch-nothing = No ha llegado nada a { $folder }, así que no había nada que comprobar.
watch-nothing-to-run = No ha llegado nada a { $folder }, así que no se ha ejecutado la revisión.

## Verifying and signing a review

endorsement-title = Nota y aprobación
endorsement-signed = Aprobado por { $name } el { $date }. Objeto de la aprobación: results.json, SHA-256 { $hash }
endorsement-noted = Nota del { $date }
sign-off-done = { $name } ha aprobado la revisión de { $folder }; la aprobación se refiere a { $file } y figura en la primera página de la cartera.
sign-off-noted = La nota figura en la primera página de la cartera en { $folder }.
verify-unchanged = { $files ->
    [one] El único archivo de la revisión está tal como se escribió.
   *[other] Los { $files } archivos de la revisión están tal como se escribieron.
}
verify-changed = La revisión ya no está tal como se escribió:
verify-file = { $how ->
    [missing] falta: { $file }
    [added] añadido: { $file }
   *[changed] modificado: { $file }
}
verify-disagrees = { $what ->
    [tool] manifest.json y results.json indican programas distintos.
    [ruleset] manifest.json y results.json indican reglas distintas.
    [inputs] manifest.json y results.json indican archivos de origen distintos.
    [reports] manifest.json y results.json indican informes distintos.
    [signature] El archivo results.json presente no es el que se aprobó.
   *[unreadable] results.json o sign-off.json no se puede leer.
}
verify-inputs-same = { $files ->
    [one] El archivo de origen es el que se revisó.
   *[other] Los { $files } archivos de origen son los que se revisaron.
}
verify-inputs-changed = Los archivos de origen no son los que se revisaron; iguales: { $files }
verify-signed = Aprobado por { $name } el { $date }: { $holds ->
    [yes] lo que se aprobó es lo que hay.
   *[no] lo que se aprobó ya no es lo que hay.
}
verify-not-signed = Sin aprobar.

## Shards

shard-written = Parte { $shard }: { $partners } de { $all } partners evaluados y escritos en { $folder }
