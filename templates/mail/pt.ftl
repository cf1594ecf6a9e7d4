# A mensagem que vai para um parceiro com o seu relatório, em português. O que está no próprio relatório (a situação do
# parceiro, o plano, os riscos) é dito com as palavras de `text/pt.ftl`.

letter-subject = Revisão de parceiros { $month }: { $name }
# Vem antes do assunto quando uma mensagem vai para quem revisa e não para o parceiro.
letter-preview = Prévia, para { $address }
letter-greeting = Bom dia,
letter-intro = esta é a situação de { $name } na nossa revisão de { $subject } de { $month }, em { $date }.
letter-more-steps = { $count ->
        [one] O relatório indica mais { $count } passo.
       *[other] O relatório indica mais { $count } passos.
    }
letter-attached = Em anexo está a análise de lacunas (PDF). Ela mostra cada número com a sua fonte: o que conta, o que não conta e por quê.
letter-attached-both = Em anexo estão a análise de lacunas (PDF) e a pasta de trabalho correspondente (Excel). Eles mostram cada número com a sua fonte: o que conta, o que não conta e por quê.
letter-ask = Algo não corresponde ao que você sabe, ou tem perguntas? Basta responder a esta mensagem.
letter-closing = Atenciosamente
# Nome dos arquivos anexados, sem extensão; $month é escrito como 2026-09.
letter-file = Análise de lacunas { $name } { $month }
