# El mensaje que recibe un partner con su informe, en español. Lo que dice el propio informe (la situación del partner,
# el plan, los riesgos) se dice con las palabras de `text/es.ftl`.

letter-subject = Revisión de partners { $month }: { $name }
# Va delante del asunto cuando un mensaje es para quien revisa y no para el partner.
letter-preview = Vista previa, para { $address }
letter-greeting = Buenos días:
letter-intro = Esta es la situación de { $name } en nuestra revisión de { $subject } de { $month }, a fecha de { $date }.
letter-more-steps = { $count ->
        [one] El informe indica { $count } paso más.
       *[other] El informe indica { $count } pasos más.
    }
letter-attached = Se adjunta el análisis de brechas (PDF). Muestra cada cifra con su fuente: qué cuenta, qué no cuenta y por qué.
letter-attached-both = Se adjuntan el análisis de brechas (PDF) y su libro de trabajo (Excel). Muestran cada cifra con su fuente: qué cuenta, qué no cuenta y por qué.
letter-ask = ¿Algo no coincide con lo que usted sabe, o tiene preguntas? Basta con responder a este mensaje.
letter-closing = Atentamente
# Nombre de los archivos adjuntos, sin extensión; $month se escribe 2026-09.
letter-file = Análisis de brechas { $name } { $month }
