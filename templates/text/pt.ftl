# Textos em português (do Brasil). Todos os arquivos de idioma têm as mesmas chaves com os mesmos valores entre chaves.
# `$has-x` é `yes` quando o texto `$x` existe e `no` quando está vazio.

### Listas, números, palavras curtas

list-comma = {", "}
list-semicolon = {"; "}
list-and = { $first } e { $last }
list-or = { $first } ou { $last }
list-or-else = { $first }, ou então { $last }
percent = { $number }%
word-yes = Sim
word-no = Não
word-met = atendido
word-not-met = não atendido
page = Página { $page } de { $pages }
cells-and-more = { $cells } e mais { $more }
footer = { $tool } · Regras { $rules }, edição { $edition } · Situação em { $date }

severity-error = Erro
severity-warning = Aviso
severity-info = Nota

tier-gold = Gold
tier-silver = Silver
tier-none = Sem nível

market-developed = Mercado desenvolvido
market-developing = Mercado em desenvolvimento
market-none = Mercado desconhecido

role-usage = Uso dos clientes
role-roster = Lista de certificações
role-partners = Cadastro de parceiros
role-none = Não utilizada
role-unread = Não foi possível ler

# O que se lê no lugar de um nome que é de outro parceiro.
alias-file = Arquivo { $number }
alias-sheet = Planilha { $number }
alias-partner = Outro parceiro
alias-text = …

metric-entitlements = Direitos ativos
metric-people = Pessoas certificadas
amount-entitlements = { $count ->
        [one] { $count } direito ativo
       *[other] { $count } direitos ativos
    }
amount-people = { $count ->
        [one] { $count } pessoa certificada
       *[other] { $count } pessoas certificadas
    }

# Palavras das regras que o idioma tem por conta própria; as demais vêm das listas de palavras.
exam = Exame { $number }
exams = Exames { $numbers }
# Dentro de uma frase.
exam-named = o exame { $number }
exams-named = os exames { $numbers }
# Depois de dois-pontos, e depois do verbo que diz que foi aprovado.
exam-missing = exame { $number }
exams-missing = exames { $numbers }
exam-passed = no exame { $number }
label-delegated-administrator = administrador delegado

field-partner-id = ID do parceiro
field-partner-name = nome do parceiro
field-partner-country = país do parceiro
field-partner-market = mercado do parceiro
field-country = país
field-market = mercado
field-customer-id = ID do cliente
field-customer-name = nome do cliente
field-customer-country = país do cliente
field-workload = carga de trabalho
field-sku = SKU
field-product = produto
field-trial = versão de avaliação
field-association = associação
field-active-users = usuários ativos
field-month = mês
field-person-id = ID MCP
field-person-name = nome da pessoa
field-first-name = nome
field-last-name = sobrenome
field-email = e‑mail
field-credential = exame ou certificação
field-credential-type = tipo de credencial
field-status = situação
field-achieved = data de obtenção
field-expires = data de expiração
field-language = idioma
field-contact-email = e‑mail de contato
field-tier = nível
field-anniversary = aniversário
field-known = coluna conhecida

### Por que uma linha não conta

usage-reason-unreadable = Ilegível{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Ilegível
    .remedy = Corrija na exportação as células indicadas em “Ocorrências nos dados” e repita a revisão. Até lá, estas linhas não somam nada.
usage-reason-workload-not-eligible = A carga de trabalho não conta{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Carga de trabalho que não conta
    .remedy = Só contam os usuários ativos das cargas de trabalho listadas nas regras. Não é preciso fazer nada, a menos que um nome esteja escrito incorretamente.
usage-reason-trial = SKU de avaliação{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = SKU de avaliação
    .remedy = Estes usuários contarão quando o cliente tiver convertido a versão de avaliação em assinatura paga.
usage-reason-no-qualifying-association = Sem associação válida
    .title = Sem associação válida
    .remedy = Os usuários do mês de referência ainda não contados contarão quando o cliente tiver associado o parceiro de uma das formas aceitas pelas regras.
usage-reason-outside-reference-month = Outro mês{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Fora do mês de referência
    .remedy = Só conta o mês de referência. Não é preciso fazer nada, a menos que um mês esteja errado.
usage-reason-duplicate = Linha duplicada{ $has-detail ->
        [yes] {" "}de { $detail }
       *[no] {""}
    }
    .title = Linha duplicada
    .remedy = Uma linha com o mesmo cliente, carga de trabalho, SKU e mês já foi contada. Não é preciso fazer nada.
not-counted-conflict =
    .title = Linha duplicada com outro número
    .remedy = O mesmo cliente, carga de trabalho, SKU e mês já foi contado com o número menor. Descubra qual número está certo e remova a outra linha.

roster-reason-unreadable = Ilegível
roster-reason-not-required = Não exigido por estas regras
roster-reason-not-passed = Não aprovado
roster-reason-after-as-of = Obtenção posterior à data de referência{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
roster-reason-expired = { $has-detail ->
        [yes] Expirou em { $detail }
       *[no] Já expirou
    }
roster-reason-no-proof = Sem situação nem data
roster-reason-duplicate = Já contado para esta pessoa

### Colunas

column-active-users = Usuários ativos
column-actual = Alcançado
column-change = Desde a revisão anterior
column-code = Código
column-could-be = Possível
column-counted = Contabilizado
column-counts = Conta
column-customer = Cliente
column-email = E-mail
column-entitlements = Direitos
column-file = Arquivo
column-help = O que fazer
column-mcp-id = ID MCP
column-message = Problema
column-next-tier = Próximo nível
column-partner = Parceiro
column-person = Nome
column-place = Local
column-problems = Problemas nos dados
column-reason = Motivo
column-remark = Observação
column-required = Exigido
column-requirement = Requisito
column-risk = Risco
column-role = Uso na revisão
column-rows = Linhas
column-severity = Gravidade
column-sha256 = SHA-256
column-sheet = Planilha
column-shortfall = Falta
column-sku = SKU
column-source = Origem
column-status = Situação
column-tier = Nível
column-total = Total
column-value = Valor lido
column-verdict = Resultado
column-workload = Carga de trabalho

fact-anniversary = Aniversário
fact-as-of = Data de referência
fact-country = País
fact-current-tier = Nível registrado
fact-edition = Edição das regras
fact-inputs = Arquivos de origem
fact-market = Mercado
fact-month = Mês de referência
fact-previous = Revisão anterior
fact-partner-id = ID do MPN
fact-partners = Parceiros

### O relatório de um parceiro

pdf-more-rows = { $count ->
        [one] Mais uma linha não é mostrada aqui; a pasta de trabalho contém todas.
       *[other] Mais { $count } linhas não são mostradas aqui; a pasta de trabalho contém todas.
    }
report-title = Análise de lacunas – { $name }
summary-title = Resumo
status-title = Situação do parceiro
status-highest = { $name } atende a todos os requisitos do nível { $tier }.
status-held = { $lost ->
        [yes] { $name } atende aos requisitos do nível { $tier }, mas já não aos do nível { $target }. O que falta: { $missing }.
       *[no] { $name } atende aos requisitos do nível { $tier }. O que falta para o nível { $target }: { $missing }.
    }
status-none = { $lost ->
        [yes] { $name } já não alcança o nível { $target }. O que falta: { $missing }.
       *[no] { $name } ainda não alcança o nível { $target }. O que falta: { $missing }.
    }
status-could-be = Se todos os problemas pendentes nos dados fossem resolvidos a favor do parceiro, o nível poderia ser { $tier }.
status-could-be-where = Veja “Ocorrências nos dados”.

risk-title = Em risco
risk-title-lost = Nível perdido
risk-short-record = Registrado: { $tier }
risk-thin-margin = { $spare ->
        [0] Exatamente no mínimo de { $required } direitos ativos: não resta nenhuma margem.
        [one] Apenas { $spare } direito ativo acima do mínimo de { $required }.
       *[other] Apenas { $spare } direitos ativos acima do mínimo de { $required }.
    }
risk-expiring = O nível depende de uma credencial que expira em { $date }: { $credential } ({ $person }).
risk-tier-dropped = { $move ->
        [lost] O nível { $from } foi perdido em relação à revisão anterior.
       *[other] O nível caiu de { $from } para { $to } em relação à revisão anterior.
    }
risk-entitlements-dropped = O número de direitos ativos caiu de { $from } para { $to } em relação à revisão anterior.
risk-people-dropped = O número de pessoas certificadas caiu de { $from } para { $to } em relação à revisão anterior.
risk-short-expiring = { $credential } ({ $person }) expira em { $date }.

change-new = Não constava na revisão anterior{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-nothing = Sem alterações desde { $date }.
change-tier = { $move ->
        [lost] Nível { $from } perdido desde { $date }.
        [gained] Nível { $to } alcançado desde { $date }.
       *[other] Mudança de nível desde { $date }: de { $from } para { $to }.
    }
change-entitlements = Direitos ativos desde { $date }: { $direction ->
        [up] aumento
       *[down] queda
    } de { $from } para { $to }.
change-people = Pessoas certificadas desde { $date }: de { $from } para { $to }.
change-short-new = Novo nesta revisão.
change-short-nothing = Sem alterações.
change-short-tier = { $move ->
        [lost] Nível { $from } perdido.
        [gained] Nível { $to } alcançado.
       *[other] Nível: de { $from } para { $to }.
    }
change-short-entitlements = Direitos ativos: { $direction ->
        [up] aumento
       *[down] queda
    } de { $from } para { $to }.
change-short-people = Pessoas certificadas: { $direction ->
        [up] aumento
       *[down] queda
    } de { $from } para { $to }.

# O que mudou desde a revisão anterior: uma planilha e uma seção. O título é o nome de uma planilha: no máximo 31 caracteres.
changes-title = O que mudou
changes-intro = Comparação com a revisão de { $date }.{ $named ->
        [yes] {""}
       *[no] {" "}Aquela revisão não indica os clientes: só é possível comparar os números.
    }
changes-customers-title = Clientes
changes-people-title = Pessoas
changes-gained = conquistado
changes-lost = perdido
changes-grown = cresceu
changes-customers-total = Total destas mudanças
changes-shrunk = diminuiu
changes-counts = agora conta
changes-counts-no-more = não conta mais
changes-left-roster = não conta mais, não está mais na lista
column-figure = Dado
column-then = Antes
column-now = Agora
column-difference = Variação
column-happened = O que aconteceu

gauge-all-met = Todos os mínimos atingidos
gauge-line = { $label }: { $verdict }
gauge-met = Mínimo para { $tier } atingido
gauge-short = { $shortfall ->
        [one] Falta
       *[other] Faltam
    } { $shortfall } para { $tier }
gauge-line-all-met = { $label }: todos os mínimos atingidos
gauge-line-met = { $label }: mínimo para { $tier } atingido
gauge-line-short = { $label }: { $shortfall ->
        [one] falta
       *[other] faltam
    } { $shortfall } para { $tier }

requirements-title = Requisitos
requirements-live = Ao alterar uma célula de usuários ativos ou o valor de “Contabilizado” na planilha “Uso”, ou uma credencial na planilha “Pessoas”, estes números, o nível e os gráficos são atualizados. As frases e as outras planilhas descrevem os dados como foram lidos.
requirements-market-unknown = O mercado deste parceiro não é conhecido: aplicam-se os limites mínimos mais altos.
requirements-mixed = { $tier }: { $people ->
        [one] { $people } pessoa se qualifica
       *[other] { $people } pessoas se qualificam
    } por um caminho ou outro; o requisito é de { $required }. As regras contam cada caminho separadamente, portanto essa contagem combinada não atende ao requisito.

plan-step = Passo { $number }
column-step = Plano
plan-title = Plano para o nível { $tier }
plan-title-none = Plano
plan-intro = Estes passos levam ao nível { $tier }; em cada requisito, do menor para o maior esforço.
plan-no-steps = Nenhum outro passo é necessário para o nível { $tier }.
plan-highest = { $tier } é o nível mais alto: nenhum passo é necessário.
plan-highest-at-risk = { $tier } é o nível mais alto. Veja o que o coloca em risco.
plan-outcome = Concluídos todos os passos, o nível será { $tier }.
plan-outcome-none = Mesmo com todos os passos concluídos, nenhum nível é alcançado.
plan-associate = Obter de { $customer } a associação como { $associations }
plan-convert = Ajudar { $customer } a converter suas versões de avaliação em assinaturas pagas
plan-grow = Conquistar mais { $count ->
        [one] { $count } usuário ativo
       *[other] { $count } usuários ativos
    } em { $workloads } entre os clientes associados
plan-exam = { $person }: passar { $credential }{ $has-others ->
        [yes] {" "}(ou, como alternativa, { $others }, a quem também falta só um exame)
       *[no] {""}
    }
plan-certify = { $count ->
        [one] Mais uma pessoa precisa comprovar
       *[other] Mais { $count } pessoas precisam comprovar, cada uma,
    } { $credentials }{ $has-others ->
        [yes] , ou então { $others }
       *[no] {""}
    }
effect = +{ $amount }
effect-later = conta com um passo posterior

usage-title = Uso
usage-columns = { $count ->
        [one] Coluna { $first } como no arquivo de origem; as seguintes dizem como cada linha foi avaliada.
       *[other] Colunas { $first }–{ $last } como no arquivo de origem; as seguintes dizem como cada linha foi avaliada.
    }
customers-title = Clientes que contam
customers-intro = { $customers ->
        [0] Nenhum cliente conta
        [one] { $customers } cliente conta
       *[other] { $customers } clientes contam
    }, com { $entitlements ->
        [one] { $entitlements } direito ativo
       *[other] { $entitlements } direitos ativos
    } em { $month }.
customer-unnamed = Cliente não informado
by-workload-title = Direitos ativos por carga de trabalho
not-counted-title = O que não foi contabilizado
# Nome de uma planilha: no máximo 31 caracteres.
not-counted-sheet = Não contabilizado
not-counted-group = { $reason } – { $rows ->
        [one] { $rows } linha
       *[other] { $rows } linhas
    }{ $known ->
        [yes] , { $users ->
            [one] { $users } usuário ativo
           *[other] { $users } usuários ativos
        }
       *[no] {""}
    }

people-title = Pessoas
people-intro = Conta toda pessoa que comprove, por si só, { $ways }. Na lista: { $people }; contabilizadas: { $counted }.
people-none = Os arquivos de origem não indicam nenhuma pessoa deste parceiro.
path-column = Caminho: { $path }
path-column-note = 1: a pessoa tem tudo o que é necessário. 0: falta algo.
person-missing = Pendente: { $credentials }.
person-expires = { $credential } expira em { $date }.
person-unreadable = { $credential }: não foi possível ler “{ $value }” como { $field }.
person-unreadable-credential = Não foi possível ler “{ $value }” como exame ou certificação.

findings-title = Ocorrências nos dados
findings-none = Nenhum problema foi encontrado nos dados.
findings-intro = Erros: { $errors }. Avisos: { $warnings }. Notas: { $infos }. Referem-se aos dados, não às regras; corrija-os na origem e repita a revisão.
finding-repeated = { $message } { $times ->
        [2] Ocorre duas vezes.
       *[other] Ocorre { $times } vezes.
    }
finding-more-like-it = { $message } { $more ->
        [one] E mais um caso semelhante.
       *[other] E mais { $more } casos semelhantes.
    }

sources-title = Origens

### Como foi contado

method-title = Como foi contado
method-entitlements = Um direito ativo é um usuário ativo de um cliente em uma carga de trabalho. Quem está ativo em duas cargas de trabalho conta duas vezes.
method-workloads = Contam, somadas entre si, as cargas de trabalho { $workloads }.
method-trials = SKUs de avaliação não contam.
method-trials-count = SKUs de avaliação contam como os pagos.
method-associations = Um cliente conta se o parceiro estiver associado a ele como { $associations }{ $count ->
        [one] .
       *[other] ; basta uma dessas associações.
    }
method-duplicates = Linhas com o mesmo cliente, carga de trabalho, SKU e mês contam uma única vez. Se diferirem apenas no número, conta o menor.
method-people = Conta toda pessoa que comprove, por si só, { $ways }. Exames de pessoas diferentes não se somam.
method-paths-apart = Cada um desses caminhos é contado separadamente, e vale o maior número.
method-paths-combined = As pessoas de todos esses caminhos são somadas.
method-tier = O nível { $tier } exige { $entitlements } e { $people }.
threshold-by-market = { $developed } em um mercado desenvolvido ({ $developing } em um mercado em desenvolvimento)
method-risk = Um nível está em risco quando a margem é inferior a { $percent } ou quando ele depende de uma credencial que expira em até { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }. Também está com cada queda do nível, dos direitos ou das pessoas desde a revisão anterior.
method-dates = Só conta o uso de { $month }. As pessoas são avaliadas em { $date }.
method-market-sheet = { $market }, de acordo com o cadastro de parceiros. Foram aplicados os mínimos correspondentes.
method-market-usage = { $market }, de acordo com a coluna de mercado dos dados de uso. Foram aplicados os mínimos correspondentes.
method-market-country = { $market }, de acordo com o país do parceiro ({ $country }). { $has-list ->
        [yes] Lista de países: { $list }.
       *[no] A lista de países não é a da Microsoft, que não é pública.
    }
method-market-contradictory = As origens se contradizem quanto ao mercado do parceiro. Foram aplicados os mínimos mais altos.
method-market-unknown = As origens não informam o mercado do parceiro. Foram aplicados os mínimos mais altos.
method-market-portfolio = O mercado é o do próprio parceiro: vem do cadastro de parceiros; na falta dele, dos dados de uso e, em último caso, do país do parceiro. { $has-list ->
        [yes] Lista de países: { $list }.
       *[no] A lista de países não é a da Microsoft, que não é pública.
    } Quando o mercado é desconhecido, aplicam-se os mínimos mais altos.
method-privacy = Quando o nome de um arquivo ou de uma planilha revela outro parceiro, os clientes ou as pessoas dele, ou quando uma coluna livre menciona outro parceiro, o relatório de um parceiro mostra uma palavra neutra em seu lugar.
method-source = Regras: { $competency }, { $option }, edição { $edition } ({ $id }). Publicadas em: { $source }

### A visão geral para quem revisa

portfolio-title = Revisão de parceiros – { $month }
portfolio-name = Todos os parceiros
portfolio-headline = { $partners ->
        [one] { $partners } parceiro revisado
       *[other] { $partners } parceiros revisados
    }: { $tiers }. Em risco: { $risk }.
total-of-tier = { $count } { $tier }
total-of-none = { $count } sem nível
totals-title = Parceiros por nível
panel-more = E mais { $count ->
        [one] { $count }.
       *[other] { $count }.
    }
# A página para a reunião: listas curtas.
markets-title = Parceiros por mercado
panel-risk = Em risco
panel-movers = Mudanças desde a revisão anterior
panel-closest = Mais perto do próximo nível
panel-could-be = Poderiam subir depois de esclarecidos os dados
panel-could-be-line = { $tier } comprovado, poderia ser { $better }
panel-problems = Problemas nos dados por arquivo
panel-errors = { $count ->
        [one] { $count } erro
       *[other] { $count } erros
    }
panel-warnings = { $count ->
        [one] { $count } aviso
       *[other] { $count } avisos
    }

partners-title = Parceiros
distance = { $tier }: { $count ->
        [one] falta { $missing }
       *[other] faltam { $missing }
    }
distance-highest = Nível mais alto alcançado

### O portfólio como página para o navegador

page-skip = Ir para os parceiros
page-dark = Cores escuras
page-light = Cores claras
page-filters = Pesquisar, filtrar e ordenar
page-search = Pesquisa
page-search-hint = Nome, ID, país…
page-all = Todos
page-not-at-risk = Sem risco
page-sort = Ordenar por
page-order = Nível mais alto primeiro
page-ascending = Crescente
page-descending = Decrescente
page-reset = Mostrar tudo
# `{ $shown }` é inserido depois e nunca supera `$all`.
page-shown = { $all ->
        [one] { $shown } de { $all } parceiro
       *[other] { $shown } de { $all } parceiros
    }
page-nothing = Nenhum parceiro corresponde à pesquisa e aos filtros.
page-reports = Relatórios

### A cópia de um arquivo para quem revisa

annotated-title = { $file } – com os resultados
annotated-summary = Ocorrências
verdict-counted = Contabilizada
verdict-not-counted = Não contabilizada
verdict-partly = Contabilizada em parte
verdict-read = Lida
verdict-no-partner = Não pertence a nenhum parceiro
verdict-master-data = Cadastro do parceiro
part-counted = { $label }: { $count ->
        [one] { $count } contabilizado
       *[other] { $count } contabilizados
    }
part-held = { $label }: contabilizado
part-not-counted = { $has-label ->
        [yes] { $label }: não contabilizado – { $reason }
       *[no] Não contabilizado – { $reason }
    }
note = { $severity }: { $message } { $help }
annotated-rows = { $counted } contabilizadas, { $others } não contabilizadas

### Ocorrências: arquivos

finding-unreadable-file = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } não pôde ser lido{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Arquivo ilegível
    .help = Abra o arquivo no Excel, salve-o novamente como .xlsx e coloque-o de volta no lugar.
    .about = O arquivo está danificado ou não pôde ser aberto, portanto nada do seu conteúdo entra na revisão. Todo parceiro com dados nele pode ficar em um nível baixo demais. Exemplo: um download interrompido pela metade. Baixe ou salve o arquivo novamente e repita a revisão.
finding-password-protected = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } está protegido por senha.
    .title = Arquivo protegido por senha
    .help = Salve uma cópia sem senha e use essa cópia.
    .about = Uma pasta de trabalho criptografada não pode ser lida, portanto nada do seu conteúdo entra na revisão. Exemplo: uma lista de certificações que o parceiro enviou com senha de abertura. No Excel, escolha Arquivo, Informações, Proteger Pasta de Trabalho, remova a senha e salve uma cópia para a revisão.
finding-not-a-spreadsheet = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } não é uma pasta de trabalho nem uma tabela{ $has-detail ->
        [yes] , mas { $detail }
       *[no] {""}
    }.
    .title = Nem pasta de trabalho nem tabela
    .help = Exporte os dados como .xlsx ou .csv e substitua o arquivo.
    .about = O que decide é o conteúdo, não a extensão do nome: este arquivo não contém nem uma pasta de trabalho nem uma tabela de texto. Exemplo: um PDF ou uma página da web salvos com a extensão .xlsx. Solicite a exportação original.
finding-empty-file = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } está vazio.
    .title = Arquivo vazio
    .help = Exporte os dados novamente; se não houver nada a exportar, retire o arquivo.
    .about = O arquivo não tem nenhum conteúdo. Quase sempre uma exportação ou um download falhou sem avisar. Os dados que deveriam estar nele faltam na revisão.
finding-limit-exceeded = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } é maior do que a revisão aceita{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Grande demais
    .help = Divida o arquivo, por exemplo por parceiro ou por mês, ou remova as planilhas desnecessárias.
    .about = Os arquivos vêm de fora, por isso o tamanho é limitado antes que se gaste memória com eles. O que ultrapassa um limite é deixado de fora e falta na revisão. Exemplo: um arquivo pequeno que, ao ser aberto, cresce até gigabytes. Divida a exportação em arquivos menores.
finding-file-took-too-long = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } demorou para ser lido mais do que o limite de { $detail } e foi deixado de fora.
    .title = Demorou demais
    .help = Exporte os dados de novo, sem fórmulas nem desenhos, ou divida o arquivo; se estiver íntegro e for apenas grande, aumente o limite com --max-seconds.
    .about = Cada arquivo é lido em um processo próprio, encerrado quando o tempo acaba; os outros arquivos são lidos mesmo assim. Nada deste arquivo está na revisão. Exemplo: um arquivo pequeno feito para ocupar programas por horas.
finding-file-needs-too-much-memory = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } precisa de mais memória para ser lido do que o limite de { $detail } e foi deixado de fora.
    .title = Precisa de memória demais
    .help = Divida o arquivo, por exemplo por parceiro ou por mês; se estiver íntegro e for apenas grande, aumente o limite com --max-memory.
    .about = Cada arquivo é lido em um processo próprio com limite de memória; os outros arquivos são lidos mesmo assim. Nada deste arquivo está na revisão. Exemplo: um arquivo pequeno que, ao ser aberto, cresce até gigabytes.
finding-file-crashed-the-reader = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } está danificado de um modo que interrompeu a leitura e foi deixado de fora.
    .title = Leitura interrompida
    .help = Abra o arquivo no Excel e salve-o como um novo .xlsx, ou peça uma nova exportação.
    .about = Cada arquivo é lido em um processo próprio; aquele cujo dano encerra o processo custa apenas a si mesmo. Nada deste arquivo está na revisão. Se o Excel o abrir sem avisos, comunique isso como erro do programa.
finding-nothing-recognised = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } não tem nenhuma planilha que pareça conter dados de uso, lista de certificações ou dados de parceiros{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Nada reconhecido
    .help = Corrija os cabeçalhos das colunas ou informe-os em um arquivo com --columns.
    .about = Uma planilha é reconhecida pelos cabeçalhos das colunas, em inglês, italiano, alemão, francês, espanhol ou português. Neste arquivo não há cabeçalhos suficientes. Exemplo: um resumo que só contém um gráfico. Se os dados estiverem sob outros cabeçalhos, informe-os em um arquivo com --columns.
finding-missing-input = { $has-name ->
        [yes] “{ $name }”
       *[no] Uma origem
    } não existe.
    .title = Origem não encontrada
    .help = Verifique se o caminho está escrito corretamente.
    .about = Um arquivo ou uma pasta que foi indicado para a revisão não está lá. A revisão continua sem ele, portanto podem faltar dados. Verifique o nome e se a unidade de rede está conectada.
finding-unsupported-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Um arquivo
    } tem um formato que a revisão não lê{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Formato não compatível
    .help = Salve-o como .xlsx ou .csv se contiver dados para a revisão.
    .about = São lidas pastas de trabalho (.xlsx, .xlsm, .xlsb, .xls, .ods) e tabelas de texto (.csv, .tsv, .txt). Tudo o mais que houver na pasta fica de fora e é mencionado aqui, para que nada desapareça sem aviso. Exemplo: um PDF ao lado das exportações.
finding-same-file-twice = { $has-name ->
        [yes] “{ $name }”
       *[no] Um arquivo
    } tem o mesmo conteúdo de { $has-other ->
        [yes] “{ $other }”
       *[no] outra origem
    } e foi deixado de fora.
    .title = Mesmo arquivo duas vezes
    .help = Exclua uma das duas cópias.
    .about = Dois arquivos são idênticos até o último byte. Ler os dois só traria duplicatas, por isso apenas o primeiro é usado. Exemplo: “uso.xlsx” e “uso (1).xlsx” na pasta de downloads.
finding-skipped-file = { $has-name ->
        [yes] “{ $name }”
       *[no] Um arquivo
    } foi ignorado: { $has-detail ->
        [yes] { $detail }
       *[no] é um arquivo temporário ou oculto
    }.
    .title = Arquivo ignorado
    .help = Não é preciso fazer nada, a menos que contenha dados para a revisão.
    .about = Não são lidos os arquivos de bloqueio que o Excel deixa enquanto uma pasta de trabalho está aberta (o nome começa com ~$), os arquivos ocultos nem os de sistema. Eles nunca contêm dados próprios. Também não são lidas as pastas de saídas anteriores, os atalhos para pastas, os pipes nem os dispositivos.
finding-misnamed-file = { $has-name ->
        [yes] “{ $name }”
       *[no] O arquivo
    } é, na verdade, { $has-detail ->
        [yes] { $detail }
       *[no] de outro formato
    }, seja qual for a extensão. Foi lido como tal.
    .title = Extensão e conteúdo diferentes
    .help = Não é preciso fazer nada; para evitar o aviso do Excel, salve-o no formato correto.
    .about = Os portais costumam dar a extensão .xls a um texto separado por tabulações ou a uma página da web. O conteúdo decide como ele é lido, portanto os dados estão completos. Esta nota informa isso porque o Excel mostra um aviso sobre o mesmo arquivo.

### Ocorrências: planilhas e colunas

finding-missing-column = A planilha “{ $sheet }” não tem coluna de { $has-field ->
        [yes] { $field }
       *[no] um dado necessário
    }.
    .title = Coluna ausente
    .help = Adicione a coluna ou informe o cabeçalho dela em um arquivo com --columns.
    .about = A planilha foi reconhecida, mas não pode ser usada sem esta coluna. Exemplo: dados de uso sem coluna de usuários ativos. Ou a exportação está incompleta, ou a coluna tem um cabeçalho que as listas não conhecem; nesse caso, informe-o em um arquivo com --columns.
finding-unreadable-sheet = { $has-sheet ->
        [yes] A planilha “{ $sheet }”
       *[no] Uma planilha
    } não pôde ser lida{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Planilha ilegível
    .help = Abra a pasta de trabalho no Excel, salve-a novamente como .xlsx e coloque-a de volta no lugar.
    .about = Uma planilha da pasta de trabalho está danificada; as demais foram lidas. Parceiros com dados nesta planilha podem ficar em um nível baixo demais. Muitas vezes basta salvar a pasta de trabalho novamente no Excel.
finding-ambiguous-column = { $has-header ->
        [yes] A coluna “{ $header }”
       *[no] Uma coluna
    } pode significar { $has-field ->
        [yes] “{ $field }”
       *[no] várias coisas
    }{ $has-other ->
        [yes] , assim como “{ $other }”
       *[no] {""}
    }.
    .title = Coluna com vários significados
    .help = Renomeie uma das colunas ou informe o cabeçalho da correta em um arquivo com --columns.
    .about = Duas colunas podem ter o mesmo significado, ou uma coluna admite dois. Foi usada a primeira, ou a mais parecida. Exemplo: “Nome” ao lado de “Nome do cliente”. Verifique se foi usada a coluna certa.
finding-similar-header = { $has-header ->
        [yes] A coluna “{ $header }”
       *[no] Uma coluna
    } não foi usada{ $has-suggestion ->
        [yes] , mas se parece com “{ $suggestion }”
       *[no] {""}
    }.
    .title = Cabeçalho quase igual
    .help = Corrija o cabeçalho ou informe-o em um arquivo com --columns.
    .about = O cabeçalho da coluna se parece com um conhecido, mas não é o mesmo. Adivinhar poderia levar a erro, por isso a coluna não foi usada. Exemplo: “Usuários atvos”. Corrija a grafia e repita a revisão.
finding-no-trial-column = A planilha “{ $sheet }” não tem coluna de versões de avaliação nem de SKU: não é possível distinguir as versões de avaliação.
    .title = Versões de avaliação não identificáveis
    .help = Confirme que a exportação não contém versões de avaliação ou exporte-a com o SKU.
    .about = SKUs de avaliação não devem contar. Nesta planilha não há como reconhecê-los, como é normal no relatório de uso do Office do portal, por isso todas as linhas foram consideradas pagas. O número real pode ser menor. Compare com uma exportação que mostre o SKU antes de confiar em um resultado apertado.
finding-no-association-column = A planilha “{ $sheet }” não tem coluna de associação: nenhuma de suas linhas pode contar.
    .title = Falta a coluna de associação
    .help = Exporte o uso com a associação do parceiro (tipo de atribuição).
    .about = Um cliente só conta se o parceiro estiver associado a ele de uma das formas aceitas. Sem uma coluna que informe a associação, nada na planilha pode comprovar isso. Exemplo: uma exportação de uso do centro de administração do próprio cliente.
finding-rows-above-header = Esta linha está acima do cabeçalho da planilha “{ $sheet }”, parece conter dados e não foi lida.
    .title = Dados acima do cabeçalho
    .help = Se contiver dados, mova a linha de cabeçalho para cima dela e execute a revisão novamente. Caso contrário, não é preciso fazer nada.
    .about = Uma tabela é lida a partir da sua linha de cabeçalho, para baixo. Uma classificação no Excel que moveu também o cabeçalho deixa dados acima dele, e uma tabela com um cabeçalho desconhecido pode estar acima de outra conhecida. Nada dessas linhas é contado. Exemplo: uma linha com o ID de um parceiro, um mês e usuários ativos acima da linha “ID do MPN, Cliente, Mês, Usuários ativos”.
finding-ignored-sheet = A planilha “{ $sheet }” não foi usada: não parece conter dados de uso, lista de certificações nem dados de parceiros.
    .title = Planilha não usada
    .help = Não é preciso fazer nada, a menos que contenha dados para a revisão; nesse caso, verifique os cabeçalhos.
    .about = Os cabeçalhos desta planilha não mostram o que ela contém. Ela é mencionada para que nada fique de fora sem aviso. Exemplo: uma capa, uma tabela dinâmica ou anotações.
finding-hidden-sheet = A planilha “{ $sheet }” está oculta no Excel, mas foi lida.
    .title = Planilha oculta lida
    .help = Verifique se as linhas dela devem contar.
    .about = Planilhas ocultas são lidas como as demais, pois seus dados podem ser reais. No entanto, é fácil esquecê-las: uma cópia antiga dos dados em uma planilha oculta pode gerar duplicatas.
finding-unmapped-column = { $has-header ->
        [yes] A coluna “{ $header }”
       *[no] Uma coluna
    } não foi usada.
    .title = Coluna não usada
    .help = Não é preciso fazer nada, a menos que ela importe para a revisão; nesse caso, corrija o cabeçalho ou informe-o em um arquivo com --columns.
    .about = Nenhuma lista conhece o cabeçalho desta coluna, e as regras não precisam dela. Nos relatórios ela permanece como está. Exemplo: um centro de custo interno.
finding-skipped-row = A linha “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” foi considerada um total, uma nota ou um cabeçalho repetido e não foi contada.
    .title = Linha ignorada
    .help = Verifique se não é a linha de um cliente.
    .about = Totais, subtotais e cabeçalhos repetidos fariam os usuários contar duas vezes. Eles são reconhecidos por palavras como “Total” ou “Subtotal”. Se um cliente realmente tiver esse nome, renomeie-o, por exemplo com a razão social completa.

### Ocorrências: células

finding-unreadable-count = { $has-value ->
        [yes] “{ $value }”
       *[no] A célula
    } não é um número de usuários ativos.
    .title = Número ilegível
    .help = { $has-formula ->
        [yes] A fórmula nunca foi calculada: abra o arquivo no Excel e salve-o.
       *[no] Digite na célula um número inteiro igual ou maior que zero.
    }
    .about = Usuários ativos são contados em números inteiros. Textos, erros como #N/D e números negativos ou com decimais não dizem nada de certo, portanto a linha não soma nada e o problema continua pendente. Exemplo: “n/d” ou “12,5”. Corrija a célula na origem.
finding-ambiguous-number = { $has-value ->
        [yes] “{ $value }”
       *[no] O número
    } pode ser lido de mais de uma forma{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Número com duas leituras
    .help = Digite o número sem separadores ou com formato numérico.
    .about = Um ponto ou uma vírgula pode separar milhares ou decimais, e nada mais na planilha esclarece isso. Exemplo: “2.000” pode ser 2000 usuários ou dois. Adivinhar poderia decidir um nível, por isso a linha continua pendente até que o número esteja claro.
finding-unreadable-month = { $has-value ->
        [yes] “{ $value }”
       *[no] A célula
    } não é um mês.
    .title = Mês ilegível
    .help = Escreva o mês como 2026-09 ou como data.
    .about = Só conta o uso do mês de referência, portanto uma linha sem mês legível não pode contar. Exemplo: “T3” ou “mês passado”. Corrija a célula na origem.
finding-unreadable-date = { $has-value ->
        [yes] “{ $value }”
       *[no] A célula
    } não é uma data.
    .title = Data ilegível
    .help = Insira uma data real ou escreva-a como 2026-09-30.
    .about = O dia em que uma credencial foi obtida ou expira decide se ela conta. Uma data que não pode ser lida deixa isso em aberto. Exemplo: “31/02/2026”, um dia que não existe.
finding-ambiguous-date = { $has-value ->
        [yes] “{ $value }”
       *[no] A data
    } pode ser lida de mais de uma forma{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Data com duas leituras
    .help = Escreva as datas como 2026-09-30 ou insira-as como datas reais.
    .about = Em 03/04/2026, o dia pode vir primeiro ou o mês, e nada mais na coluna esclarece isso. A linha não é contada e continua pendente: não se adivinha qual leitura é a certa. Uma única data da coluna com dia acima de 12 bastaria para esclarecer.
finding-unreadable-cell = A célula não pôde ser lida{ $has-value ->
        [yes] : mostra { $value }
       *[no] {""}
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Célula ilegível
    .help = Corrija a célula no Excel e salve o arquivo novamente.
    .about = Neste local, o arquivo contém algo que não é um valor válido, como um erro ou uma fórmula que nunca foi calculada. Isso ficou de fora e o restante foi lido. Abra o arquivo no Excel, deixe-o calcular e salve-o.
finding-missing-workload = A linha não informa nenhuma carga de trabalho.
    .title = Carga de trabalho ausente
    .help = Preencha a carga de trabalho.
    .about = Usuários ativos só contam para uma carga de trabalho. Uma linha que não informa nenhuma não pode ser avaliada e não soma nada. Exemplo: uma exportação em que a carga de trabalho aparece apenas na primeira linha de cada bloco. Preencha as células para baixo.
finding-missing-credential = A linha não informa nenhum exame nem certificação.
    .title = Exame ou certificação ausente
    .help = Preencha o exame ou a certificação, ou remova a linha.
    .about = Uma linha da lista de certificações diz que uma pessoa possui uma credencial. Sem o nome da credencial, ela não comprova nada.
finding-missing-partner = A linha não informa a qual parceiro pertence.
    .title = Parceiro ausente
    .help = Preencha o ID do MPN ou o nome do parceiro.
    .about = Cada linha pertence a um parceiro, pelo ID ou pelo nome. Esta não informa nem um nem outro, portanto não conta para ninguém. Exemplo: um bloco em que o nome aparece apenas na primeira linha. Preencha as células para baixo ou coloque cada parceiro em um arquivo próprio.
finding-missing-person = A linha não informa a qual pessoa pertence.
    .title = Pessoa ausente
    .help = Preencha o nome, o e‑mail ou o ID MCP.
    .about = As condições devem ser atendidas por uma mesma pessoa, portanto uma credencial sem pessoa não pode contar.
finding-unknown-status = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é uma situação conhecida.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Situação desconhecida
    .help = Escreva “Aprovado” ou “Não aprovado”.
    .about = A situação diz se houve aprovação em um exame. Uma palavra que as listas não conhecem deixa isso em aberto, portanto a linha não conta até que se esclareça. Exemplo: “Em estudo”.
finding-missing-customer = A linha não informa nenhum cliente.
    .title = Cliente ausente
    .help = Preencha o ID do locatário ou o nome do cliente.
    .about = Os clientes são distinguidos pelo ID do locatário ou pelo nome; é assim que as duplicatas são encontradas. Linhas sem nenhum dos dois são consideradas de um único cliente sem nome. Exemplo: nomes que o portal ocultou.
finding-unknown-workload = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é uma carga de trabalho conhecida.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Carga de trabalho desconhecida
    .help = Corrija a grafia.
    .about = Só contam as cargas de trabalho das listas. Uma palavra que nenhuma lista conhece não conta, mas pode ser um erro de digitação de uma que conta, por isso o nível continua pendente. Exemplo: “Exchnge Online”.
finding-unknown-association = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é uma associação conhecida.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Associação desconhecida
    .help = Corrija a palavra.
    .about = A associação decide se um cliente conta. Uma palavra que nenhuma lista conhece não vale como associação, mas continua como problema pendente. Exemplo: “Digital PoR (antigo)”.
finding-unknown-trial = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” na coluna de versões de avaliação não diz nem sim nem não.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Palavra desconhecida na coluna de versões de avaliação
    .help = Escreva sim ou não.
    .about = A coluna de versões de avaliação decide se uma linha conta. Quando a palavra não é conhecida, só o SKU ainda pode revelar uma versão de avaliação. Exemplo: “talvez”.
finding-unknown-market = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é um mercado conhecido.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Mercado desconhecido
    .help = Escreva “desenvolvido” ou “em desenvolvimento”.
    .about = O mercado decide os mínimos. Uma palavra desconhecida não diz nada, portanto outras origens decidem; se não houver nenhuma, aplicam-se os mínimos mais altos. Exemplo: “EMEA”.
finding-unknown-country = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é um país conhecido.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = País desconhecido
    .help = Escreva o nome do país ou o código de duas letras.
    .about = Quando nada mais informa o mercado, vale o país do parceiro. Um nome desconhecido deixa o mercado em aberto. Exemplo: “Eslovquia”.
finding-unknown-language = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é um idioma dos relatórios.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Idioma desconhecido
    .help = Escreva um código como pt ou en.
    .about = O cadastro de parceiros pode informar o idioma do relatório de um parceiro. Este não está disponível, por isso é usado o idioma da revisão.
finding-unknown-tier = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” não é um nível conhecido.{ $has-suggestion ->
        [yes] {" "}Você quis dizer “{ $suggestion }”?
       *[no] {""}
    }
    .title = Nível desconhecido
    .help = Escreva gold, silver ou none.
    .about = O nível registrado é mostrado ao lado do comprovado. Ele não decide nada, portanto a revisão continua sem ele. Exemplo: “Platinum”.
finding-unusual-partner-id = “{ $value }” não parece um ID do MPN.
    .title = ID de parceiro incomum
    .help = Verifique o ID; os IDs do MPN são formados só por dígitos.
    .about = Um ID que não é formado só por dígitos foi mantido como está. Se for um erro, as linhas de um mesmo parceiro ficam divididas em dois. Exemplo: a letra O no lugar de um zero.

### Ocorrências: quem é quem

finding-ambiguous-partner-name = O nome { $has-name ->
        [yes] “{ $name }”
       *[no] de um parceiro
    } pertence a vários IDs{ $has-ids ->
        [yes] : { $ids }
       *[no] {""}
    }. Linhas sem ID não podem ser atribuídas a nenhum deles.
    .title = Um nome, vários IDs
    .help = Adicione o ID do MPN às linhas que só informam o nome.
    .about = Uma linha sem ID se junta ao parceiro cujo nome ela traz, desde que esse nome pertença a um único ID. Aqui ele pertence a vários, por isso estas linhas ficam à parte. Exemplo: duas empresas de um mesmo grupo com o mesmo nome.
finding-market-unknown = O mercado de { $has-partner ->
        [yes] { $partner }
       *[no] um parceiro
    } não é conhecido{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. Foram aplicados os mínimos mais altos.
    .title = Mercado não determinado
    .help = Adicione o mercado ou o país ao cadastro de parceiros.
    .about = Em um mercado em desenvolvimento, o nível Silver exige menos direitos ativos. Quando nada informa o mercado, aplicam-se os mínimos mais altos, e o resultado pode ser rigoroso demais. Informe o mercado ou o país no cadastro de parceiros.
finding-market-contradictory = As origens se contradizem quanto ao mercado de { $has-partner ->
        [yes] { $partner }
       *[no] um parceiro
    }{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }. Foram aplicados os mínimos mais altos.
    .title = Mercado contraditório
    .help = Corrija o mercado na origem; o cadastro de parceiros tem prioridade.
    .about = Uma origem diz desenvolvido, outra, em desenvolvimento. Enquanto isso não for esclarecido, aplicam-se os mínimos mais altos, e o resultado pode ser rigoroso demais.
finding-partner-names-differ = As origens escrevem de formas diferentes o nome de { $has-name ->
        [yes] { $name }
       *[no] um parceiro
    }{ $has-others ->
        [yes] : { $others }
       *[no] {""}
    }.
    .title = Nomes diferentes do mesmo parceiro
    .help = Não é preciso fazer nada se for a mesma empresa; caso contrário, corrija o ID.
    .about = As linhas compartilham um ID do MPN e foram consideradas de um único parceiro. Se os nomes forem realmente de duas empresas, um dos IDs está errado e dados foram misturados.
finding-person-joined-by-email = { $has-name ->
        [yes] { $name }
       *[no] Uma pessoa
    } tem vários IDs MCP{ $has-ids ->
        [yes] {" "}({ $ids })
       *[no] {""}
    } e foi considerada uma só pessoa por causa do e‑mail{ $has-email ->
        [yes] {" "}{ $email }
       *[no] {""}
    }.
    .title = Uma pessoa, vários IDs MCP
    .help = Não é preciso fazer nada; verifique se o e‑mail é compartilhado por várias pessoas.
    .about = É uma falha conhecida do portal que uma pessoa tenha dois IDs MCP. Os exames de ambos foram reunidos. Uma caixa de correio compartilhada na coluna de e‑mail juntaria pessoas diferentes; por isso, evite usá-la.
finding-same-name-two-people = { $has-name ->
        [yes] “{ $name }”
       *[no] Um nome
    } indica duas pessoas: os IDs MCP e os e‑mails são diferentes.
    .title = Mesmo nome, duas pessoas
    .help = Se for uma só pessoa, coloque nas duas linhas o mesmo ID MCP ou o mesmo e‑mail.
    .about = Duas pessoas de um parceiro têm o mesmo nome, mas não compartilham nem o ID MCP nem o e‑mail, por isso foram avaliadas separadamente. Se fossem uma só pessoa, os exames das duas linhas contariam juntos.

### Ocorrências: avaliação dos parceiros

finding-conflicting-duplicate = { $has-customer ->
        [yes] { $customer }
       *[no] Um cliente
    } aparece { $has-times ->
        [yes] { $times }
       *[no] duas
    } vezes{ $has-workload ->
        [yes] {" "}em { $workload }
       *[no] {""}
    } com números diferentes{ $has-times ->
        [yes] , de { $smaller } a { $larger }
       *[no] : { $smaller } e { $larger }
    }{ $has-other ->
        [yes] {" "}(veja { $other })
       *[no] {""}
    }. Foi contado o menor.
    .title = Linhas duplicadas contraditórias
    .help = Descubra qual número está certo e remova a outra linha.
    .about = Duas linhas coincidem em parceiro, cliente, carga de trabalho, SKU e mês, mas não no número de usuários ativos. Só um pode estar certo; conta-se o menor, e o nível que o maior daria é mostrado como possível. Exemplo: uma exportação feita duas vezes no mesmo mês.
finding-mixed-paths = Para { $has-tier ->
        [yes] o nível { $tier }
       *[no] um nível
    }, as pessoas de caminhos diferentes bastariam em conjunto{ $has-people ->
        [yes] {" "}({ $people })
       *[no] {""}
    }, mas cada caminho é contado separadamente.
    .title = Pessoas por caminhos combinados
    .help = Pergunte ao programa de parceiros se as pessoas de caminhos diferentes podem ser somadas.
    .about = A página pede um número de pessoas com os dois exames ou um número de pessoas com a certificação. Ela não diz que as duas coisas podem ser combinadas. A revisão conta cada caminho separadamente e informa onde uma contagem combinada teria bastado.

### Ocorrências: a execução

finding-as-of-today = Nenhum mês pôde ser lido nas origens, por isso tudo foi avaliado com a data de hoje{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
    .title = Avaliado com a data de hoje
    .help = Informe o dia com --as-of para que uma execução posterior dê o mesmo resultado.
    .about = A data de referência costuma ser o último dia do mês mais recente com dados de uso. Nenhuma origem tem um mês que possa ser lido, por isso foi usada a data de hoje. A mesma execução pode dar outro resultado amanhã, pois as credenciais expiram.
finding-usage-after-as-of = { $count ->
        [one] { $count } linha de uso é posterior
       *[other] { $count } linhas de uso são posteriores
    } à data de referência{ $has-month ->
        [yes] {" "}(até { $month })
       *[no] {""}
    } e não { $count ->
        [one] pode
       *[other] podem
    } contar.
    .title = Uso posterior à data de referência
    .help = Não é preciso fazer nada se a data de referência for a desejada; caso contrário, escolha uma posterior com --as-of.
    .about = Só o uso até a data de referência pode determinar o mês de referência. Linhas posteriores são mostradas, mas não contadas.
finding-missing-glyph = Nenhuma fonte disponível consegue mostrar { $has-value ->
        [yes] “{ $value }”
       *[no] um caractere
    }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }; o PDF mostra um substituto.
    .title = Caractere sem fonte
    .help = Informe com --fonts DIR uma pasta com fontes adequadas. A pasta de trabalho mostra o texto completo.
    .about = As fontes incluídas cobrem os alfabetos latino, grego, cirílico, árabe e hebraico. Para outras escritas, usa-se uma fonte do computador, se houver. Exemplo: o nome de um cliente em caracteres chineses em um computador sem fontes chinesas.
finding-previous-unreadable = A revisão anterior { $has-name ->
        [yes] “{ $name }”{" "}
       *[no] {""}
    }não pôde ser lida{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Revisão anterior ilegível
    .help = Primeiro mova a pasta dela para outro lugar; depois ponha uma cópia íntegra no lugar, ou execute esse mês novamente.
    .about = Para comparar, são necessários os resultados de uma execução anterior. Os da revisão desse mês no espaço de trabalho estão danificados ou são de outro tipo, e foram deixados de fora. A revisão em si está completa, mas não sabe o que dizia a daquele mês.

## A linha de comando

cli-column-partner = Parceiro
cli-column-id = ID do MPN
cli-column-tier = Nível
cli-column-could-be = Possível
cli-column-entitlements = Direitos
cli-column-people = Pessoas
cli-column-risk = Risco
cli-at-risk = em risco
cli-more-findings = … e mais { $count }; todas estão em results.json e portfolio.xlsx
cli-findings = Ocorrências: { $errors ->
    [0] nenhum erro
    [one] { $errors } erro
   *[other] { $errors } erros
}, { $warnings ->
    [0] nenhum aviso
    [one] { $warnings } aviso
   *[other] { $warnings } avisos
}, { $infos ->
    [0] nenhuma nota
    [one] { $infos } nota
   *[other] { $infos } notas
}
cli-written = { $partners ->
    [one] { $partners } parceiro avaliado
   *[other] { $partners } parceiros avaliados
} em { $date } com base no uso de { $month }; os relatórios estão em { $folder }

## Pastas de trabalho em branco (`tiergap template`)

template-subject = Pasta de trabalho em branco para uma revisão de parceiros
template-guide = Guia
template-guide-column = Coluna
template-guide-about = O que informar
template-guide-example = Exemplo
template-guide-values = Valores possíveis
template-usage-sheet = Uso
template-usage-guide-1 = Uma linha para cada cliente, carga de trabalho, SKU e mês.
template-usage-guide-2 = Usuários ativos são um número inteiro; não deixe nenhuma célula vazia: zero é um número como qualquer outro.
template-usage-guide-3 = Uma linha só conta com uma das associações previstas nas regras; uma célula pode conter várias, separadas por vírgulas.
template-usage-guide-4 = Você pode adicionar colunas próprias: elas permanecem no relatório, e a revisão não as usa.
template-roster-sheet = Certificações
template-roster-guide-1 = Uma linha para cada pessoa e credencial.
template-roster-guide-2 = Informe o ID MCP ou o e‑mail: linhas que compartilham um deles são da mesma pessoa.
template-roster-guide-3 = Informe a situação ou a data de obtenção: uma linha sem nenhuma das duas não tem comprovação e não conta.
template-roster-guide-4 = Deixe a data de expiração vazia se a credencial nunca expirar.
template-partners-sheet = Parceiros
template-partners-guide-1 = Uma linha para cada parceiro.
template-partners-guide-2 = O mercado é o do próprio parceiro, não o dos clientes dele. Ele decide o mínimo para Silver.
template-partners-guide-3 = Sem o mercado, o país decide, conforme uma lista que não é a da Microsoft.
template-partners-guide-4 = O idioma é o dos relatórios do parceiro.
template-partner-id = ID do parceiro
    .about = O ID do MPN do parceiro: dígitos.
    .example = 1234567
template-partner-name = Nome do parceiro
    .about = O nome do parceiro. Na falta do ID, o nome indica de qual parceiro se trata.
    .example = Contoso Serviços
template-customer-id = ID do locatário do cliente
    .about = O ID do locatário do cliente. Na falta do ID, o nome distingue os clientes.
    .example = 6a1f0c6e-0d5b-4c39-9d0a-2f5f3c6f1b11
template-customer-name = Nome do cliente
    .about = O nome do cliente.
    .example = Clínica Beta
template-workload = Carga de trabalho
    .about = A carga de trabalho em que os usuários estão ativos.
    .example = Exchange Online
template-sku = SKU
    .about = A oferta, como o portal a chama. Se o nome indicar uma versão de avaliação, ela é reconhecida.
    .example = OFFICE 365 ENTERPRISE E3
template-trial = Versão de avaliação
    .about = Se é uma versão de avaliação. Versões de avaliação não contam.
    .example = não
template-association = Associação
    .about = Como o parceiro está associado ao cliente.
    .example = Digital Partner of Record
template-active-users = Usuários ativos
    .about = Usuários ativos na carga de trabalho durante o mês.
    .example = 420
template-month = Mês
    .about = O mês do uso.
    .example = 2026-09
template-person-id = ID MCP
    .about = O ID de certificação da Microsoft da pessoa.
    .example = 10234567
template-person-name = Nome e sobrenome
    .about = O nome completo da pessoa.
    .example = Ana Souza
template-email = E-mail
    .about = O e‑mail da pessoa.
    .example = ana.souza@contoso.example
template-credential = Credencial
    .about = O exame ou a certificação. Outros também podem ser informados.
    .example = 70-346
template-status = Situação
    .about = Se houve aprovação.
    .example = aprovado
template-achieved = Data de obtenção
    .about = O dia da obtenção.
    .example = 20/05/2016
template-expires = Data de expiração
    .about = O dia em que expira; vazia significa nunca.
    .example = 20/05/2027
template-country = País
    .about = O país do parceiro, por nome ou código.
    .example = Brasil
template-market = Mercado
    .about = O mercado do parceiro.
    .example = em desenvolvimento
template-language = Idioma
    .about = O idioma dos relatórios do parceiro.
    .example = português
template-contact-email = E-mail de contato
    .about = Quem recebe os relatórios.
    .example = diretoria@contoso.example
template-tier = Nível atual
    .about = O nível que o parceiro tem hoje.
    .example = Silver
template-anniversary = Aniversário
    .about = O aniversário da adesão ao programa.
    .example = 31/03/2027
template-passed = aprovado
template-not-passed = não aprovado
template-developed = desenvolvido
template-developing = em desenvolvimento
template-no-tier = nenhum

finding-no-usage-in-month = Não há dados de uso de { $month }{ $has-other ->
        [yes] ; o último mês com dados é { $other }
       *[no] {""}
    }. Nenhum parceiro tem direitos ativos.
    .title = Sem dados de uso no mês de referência
    .help = Verifique a data de referência ou adicione a exportação de uso desse mês.
    .about =
        Os direitos são contados em um único mês: o último com dados de uso até a data de referência. Aqui não foi encontrada nenhuma linha desse mês, por isso todos os parceiros são avaliados com zero direito. Em geral, --as-of indica um dia anterior ao início das exportações, ou falta a exportação de uso na pasta de entrada.

finding-partner-gone = { $name } constava na revisão anterior{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }, { $has-tier ->
        [yes] com o nível { $tier }
       *[no] sem nível
    }; agora nenhuma origem menciona esse parceiro.
    .title = Parceiro ausente desde a revisão anterior
    .help = Adicione as exportações dele à pasta de entrada se ele deve ser revisado.
    .about =
        Nenhuma origem desta revisão menciona, nem por ID nem por nome, um parceiro da revisão informada com --previous, portanto ele não recebe relatório. Se ele saiu do programa, não é preciso fazer nada. Caso contrário, falta a exportação dele ou o ID está digitado incorretamente em todas as linhas.

cli-check-sheet = { $sheet }: { $role }{ $header ->
        [0] {""}
       *[other] , cabeçalho na linha { $header }
    }, { $rows ->
        [one] { $rows } linha
       *[other] { $rows } linhas
    }
cli-used-known = conhecida, não é necessária
cli-used-workload = usuários ativos de { $name }
cli-used-credential = { $name }
cli-used-unmapped = não reconhecida
cli-hint = sugestão

finding-sparse-reference-month = O mês de referência, { $month }, tem apenas { $smaller ->
        [one] { $smaller } linha de uso
       *[other] { $smaller } linhas de uso
    }, enquanto { $other } tem { $larger }.
    .title = Poucas linhas no mês de referência
    .help = Corrija o mês se estiver digitado incorretamente ou avalie o mês anterior com --as-of.
    .about =
        O último mês com dados de uso passa a ser o mês de referência, e nada mais conta. Quando ele contém menos de um décimo das linhas do mês anterior, um único mês digitado incorretamente ou uma exportação recém-iniciada pode ter deslocado toda a revisão. O local indica a primeira linha desse mês.

label-skype-for-business = Skype for Business
label-transacting-partner = parceiro de transações
label-digital-partner-of-record = parceiro digital de registro
label-fast-track-partner = parceiro Fast Track

### Detalhes das ocorrências: o que um arquivo é na verdade

detail-format-xlsx = uma pasta de trabalho do Excel (.xlsx)
detail-format-xlsb = uma pasta de trabalho binária do Excel (.xlsb)
detail-format-xls = uma pasta de trabalho do Excel 97–2003 (.xls)
detail-format-ods = uma planilha OpenDocument (.ods)
detail-format-delimited = um texto delimitado (.csv)
detail-format-html = uma tabela HTML (.html)
detail-format-spreadsheetml = uma pasta de trabalho SpreadsheetML 2003 (.xml)
# $format é um nome como PNG, ZIP, Word ou JSON.
detail-image = uma imagem ({ $format })
detail-archive = um arquivo compactado ({ $format })
detail-document = um documento ({ $format })
detail-text-document = um documento de texto ({ $format })
detail-presentation = uma apresentação ({ $format })
detail-message = uma mensagem de e‑mail ({ $format })
detail-database = um banco de dados ({ $format })
detail-other-file = um arquivo de outro tipo ({ $format })
detail-old-excel = uma planilha do { $format }, uma versão antiga demais
detail-program = um programa
detail-binary = um conjunto de dados binários
detail-compound-without-workbook = um arquivo do Office em formato antigo que não contém pasta de trabalho
detail-flat-opendocument = um arquivo OpenDocument não compactado; salve-o como .ods
detail-web-archive = uma página da web de arquivo único (MHTML); salve-a como .xlsx
detail-page-without-table = uma página da web (HTML) sem tabelas

### Detalhes das ocorrências: danos. $technical é o que a biblioteca ou o sistema diz, em inglês.
# Servem tanto para um arquivo quanto para uma planilha; por isso nada concorda com um ou com a outra.

detail-damaged = conteúdo danificado ({ $technical })
detail-damaged-xml = XML danificado ({ $technical })
detail-damaged-zip = contêiner ZIP danificado ({ $technical })
detail-damaged-zip-end = conteúdo truncado ou danificado; falta o fim do contêiner ZIP
detail-damaged-zip-short = conteúdo truncado ou danificado; o contêiner ZIP termina antes do tempo
detail-damaged-directory = conteúdo truncado ou danificado; falta o diretório interno
detail-damaged-workbook = conteúdo truncado ou danificado; nenhuma pasta de trabalho foi encontrada nele
detail-damaged-beyond-reader = conteúdo danificado de um modo que impede a leitura
detail-cut-off = conteúdo truncado
detail-part-missing = falta a parte “{ $part }”
detail-not-a-worksheet = o item referenciado não é uma planilha
detail-no-worksheets = não contém nenhuma planilha
detail-sheets-overlap = as planilhas se sobrepõem
detail-not-regular-file = não é um arquivo comum
skip-hidden-folder = é uma pasta oculta
skip-too-deep = está dentro de pastas demais
skip-output = é a saída de uma execução
skip-link-to-folder = é um atalho para uma pasta
skip-link-nowhere = é um atalho que não leva a lugar nenhum
skip-special = é um pipe, um dispositivo ou algo semelhante, e não um arquivo
detail-no-permission = falta a permissão de leitura
detail-gone = não existe mais
detail-system = o sistema recusa a leitura ({ $technical })
detail-reader-not-started = não é possível iniciar o processo que o lê ({ $technical })
detail-outside-grid = o endereço dela está fora da grade da planilha
detail-cell-type = é de um tipo desconhecido
detail-text-number = o texto número { $number } não está entre os textos da pasta de trabalho
detail-text-missing = o texto dela não está entre os textos da pasta de trabalho
detail-open-quote = aqui se abrem aspas que incluem { $lines ->
        [one] { $lines } linha
       *[other] { $lines } linhas
    } nesta única célula
detail-open-quote-ignored = aqui se abrem aspas que ninguém fecha, antes de { $lines ->
        [one] { $lines } linha
       *[other] { $lines } linhas
    } de dados; a linha foi lida sem elas

### Detalhes das ocorrências: limites

detail-limit-bytes = { $size } bytes; o limite é de { $limit }
detail-limit-inflated = bytes demais após a descompactação
detail-limit-piece = um dos fragmentos tem mais de { $limit } bytes
detail-sheet-name-cut = o nome de uma planilha passa de { $limit } bytes e foi cortado
detail-empty-sheets = { $number } planilhas vazias depois das primeiras { $limit } foram deixadas de fora
detail-limit-sheets = mais de { $limit } planilhas
detail-limit-parts = { $size } partes; o limite é de { $limit }
detail-limit-page = uma página da web de { $size } bytes; o limite é de { $limit }
detail-limit-workbook = uma pasta de trabalho de mais de { $limit } MB
detail-limit-record = um registro de { $size } bytes; o limite é de { $limit }
detail-limit-cells = mais de { $limit } células
detail-limit-texts = mais de { $limit } textos
detail-limit-repeated = mais de { $limit } células repetidas
detail-limit-area = mais de { $limit } células, contando as vazias entre elas
detail-limit-shared-cells = planilhas que compartilham células
detail-cell-cut = o texto de uma célula tem mais de { $limit } bytes e foi cortado

finding-language-not-available = Ainda não há textos no idioma “{ $value }”; no lugar dele, é usado: { $language }.
    .title = Idioma não disponível
    .help = Não é preciso fazer nada; informe outro idioma se o parceiro o ler melhor.
    .about = O cadastro de parceiros pode informar o idioma do relatório de um parceiro. Este idioma foi reconhecido, mas o programa não tem textos nele, por isso o relatório é escrito no idioma da revisão. Exemplo: “polonês”. Informe um dos idiomas disponíveis se o parceiro o ler melhor.

## The workspace: `tiergap.toml`, waivers

severity-settled = Resolvido
finding-settled-help = Nada: o revisor aceitou como está.
usage-reason-left-out = Excluído pelo revisor
    .title = Excluído pelo revisor
    .remedy = O revisor decidiu que estas linhas não contam; as ocorrências sobre os dados dizem o motivo.
roster-reason-left-out = Excluído pelo revisor
waiver-decision-accept = a ocorrência “{ $code }” é aceita tal como está
waiver-decision-leave-out = não conta
waiver-decision-read-as = lido como “{ $to }” em vez de “{ $from }”
waiver-decision-associated = conta como associado ({ $word })
setting-two-market-lists = “markets” e “[market-list]” estão ambos indicados; é usada a lista do arquivo
setting-cell-twice = uma dispensa anterior lê a mesma célula de outro modo, e é essa a aplicada
setting-column-unused = nenhuma planilha tem uma coluna “{ $word }”
setting-country-unknown = nenhum país tem o código “{ $word }”
setting-partner-unknown = nenhum parceiro se chama “{ $word }”
setting-partners-overlap = “{ $word }” também está no [[same-partner]] da linha { $line }, coluna { $column }; aplica-se aquele, este não
setting-no-folder = não há nenhuma pasta “{ $word }”
setting-read-and-left-out = a dispensa da linha { $line }, coluna { $column } exclui esta célula, portanto o valor com que é lida não conta
previous-damaged = o arquivo está danificado ou não é do tiergap
previous-same-day = a revisão de um mês anterior também se refere a { $date }
finding-waiver-applied = Decidido pelo revisor ({ $by }{ $has-date ->
        [yes] , até { $date }
       *[no] {""}
    }): { $decision }.{ $has-reason ->
        [yes] {" "}Motivo: { $reason }.
       *[no] {""}
    }
    .title = Decidido pelo revisor
    .help = Nada; avise o revisor se não estiver certo.
    .about = O revisor decidiu algo sobre estes dados no espaço de trabalho: uma ocorrência é aceita tal como está, uma célula é lida de outro modo, linhas são excluídas ou um cliente conta como associado. Cada relatório afetado informa isso, com o motivo, quem decidiu e até quando. Exemplo: um número com uma letra em vez de um dígito, confirmado por telefone.
finding-waiver-expired = { $name }, linha { $line }, coluna { $column }: esta dispensa expirou{ $has-date ->
        [yes] {" "}em { $date }
       *[no] {""}
    } e não foi aplicada.
    .title = Dispensa expirada
    .help = Revise: indique um “until” posterior ou exclua.
    .about = Uma dispensa vale até o dia que indica, comparado com a data de referência da revisão. Depois desse dia já não é aplicada, para que nada fique decidido para sempre por descuido.
finding-waiver-unmatched = { $name }, linha { $line }, coluna { $column }: esta dispensa não corresponde a nada nestes arquivos e não foi aplicada.
    .title = Dispensa que não corresponde a nada
    .help = Elimine-a se os dados já estiverem corretos; caso contrário, corrija o que ela indica.
    .about = Uma dispensa indica um arquivo, células, um cliente ou um parceiro, e talvez uma ocorrência. Nada nos arquivos é assim: os dados foram corrigidos, há outra exportação no seu lugar ou um nome está mal escrito. Exemplo: a célula F17 do arquivo do trimestre passado contém agora outra linha.
finding-partners-joined = { $ids } são tomados como um só parceiro{ $has-by ->
        [yes] {" "}({ $by })
       *[no] {""}
    }.{ $has-reason ->
        [yes] {" "}Motivo: { $reason }.
       *[no] {""}
    }
    .title = Parceiros tomados como um só
    .help = Nada; avise o revisor se não forem o mesmo.
    .about = O espaço de trabalho diz que estes ID MPN e nomes são um só parceiro. Todas as suas linhas foram avaliadas em conjunto.
finding-contradictory-setting = { $name }, linha { $line }, coluna { $column }: { $detail }.
    .title = Configurações que se contradizem
    .help = Mantenha uma das duas.
    .about = O arquivo do espaço de trabalho diz duas coisas sobre o mesmo. Uma delas foi usada, e a mensagem diz qual.
finding-unused-setting = { $name }, linha { $line }, coluna { $column }: { $detail }.
    .title = Configuração sem efeito
    .help = Corrija ou exclua.
    .about = O arquivo do espaço de trabalho diz algo que não corresponde a nada nestes arquivos. Muitas vezes um nome está mal escrito ou a exportação mudou. Exemplo: um nome de coluna próprio que nenhuma planilha tem.

## Comparing reviews, trends

# What changed, and over several reviews. trend-title is a sheet's name: at most 31 characters.
trend-title = Evolução
trend-intro = O que dizia cada revisão, da mais antiga à mais recente.
trend-tiers-title = Parceiros por nível em todas as revisões
column-review = Revisão
column-problem = Problema
column-whom = Refere-se a
changes-findings-title = Problemas nos dados
changes-new = novo
changes-settled = não consta mais

compare-title = De { $from } a { $to }
compare-sorted = As revisões são comparadas na ordem das suas datas de referência, qualquer que seja a ordem aqui.
compare-rules = As revisões seguem regras diferentes ({ $rules }): as mudanças podem vir apenas das regras.
compare-nothing = Nada mudou.
compare-tier-changes = Mudanças de nível
compare-entitlements = Direitos ativos
compare-people = Pessoas certificadas
compare-persons = Quem conta
compare-customers = Clientes
compare-customers-unnamed = Uma das revisões não indica os clientes: não é possível compará-los.
compare-partners-new = Parceiros novos
compare-partners-gone = Parceiros que saíram
compare-findings-new = Ocorrências novas
compare-findings-gone = Ocorrências que desapareceram
compare-more = … e mais { $count }; --format json indica todos

finding-previous-other-rules = A revisão de { $date } segue a edição { $value } das suas regras; esta, a edição { $other }: as mudanças podem vir apenas das regras.
    .title = Revisão anterior com outras regras
    .help = Refaça a revisão anterior com as regras atuais, se só interessarem as mudanças dos números.
    .about = As mudanças em relação a uma revisão anterior dizem mais quando ambas seguem as mesmas regras. Se as regras diferem, mesmo que só na edição, um nível pode subir ou descer sem que nenhum número tenha mudado. Exemplo: uma revisão pela edição de 2017-06-27 é comparada com outra pela edição de 2017-07-07, que conta uma associação a mais. Nenhuma das duas está errada; para ver apenas as mudanças dos números, refaça a revisão anterior com as regras de hoje.

## Risk ahead, what-if

# What could cost a tier that is held, and does not yet put it at risk.
ahead-title = Riscos futuros
# $first: review or anniversary, whichever comes first; same: both on one day; none: no anniversary is known.
ahead-days = { $first ->
        [review] A próxima revisão está prevista para { $review }, antes do aniversário em { $anniversary }.
        [anniversary] O aniversário em { $anniversary } vem antes da próxima revisão, prevista para { $review }.
        [same] A próxima revisão e o aniversário caem ambos em { $review }.
       *[none] A próxima revisão está prevista para { $review }.
    }
ahead-expiry = { $credential } ({ $person }) expira em { $date }, antes { $before ->
        [both] da próxima revisão e do aniversário
        [review] da próxima revisão
       *[anniversary] do aniversário
    }. { $falls ->
        [none] Sem essa credencial, não resta nenhum nível.
       *[other] Sem essa credencial, o nível é { $tier }.
    }
ahead-person = { $falls ->
        [none] O nível depende de { $person }: sem essa pessoa, não resta nenhum nível.
       *[other] O nível depende de { $person }: sem essa pessoa, é { $tier }.
    }
ahead-more-people = { $count ->
        [one] O nível depende da mesma forma de mais uma pessoa.
       *[other] O nível depende da mesma forma de mais { $count } pessoas.
    }
ahead-customer = { $falls ->
        [none] O nível depende de { $customer } ({ $amount }): sem esse cliente, não resta nenhum nível.
       *[other] O nível depende de { $customer } ({ $amount }): sem esse cliente, é { $tier }.
    }
ahead-more-customers = { $count ->
        [one] O nível depende da mesma forma de mais um cliente.
       *[other] O nível depende da mesma forma de mais { $count } clientes.
    }
# Short forms, for the reviewer's list of all partners.
ahead-short-expiry = { $credential } ({ $person }) até { $date }: { $falls ->
        [none] depois, nenhum nível
       *[other] depois, { $tier }
    }.
ahead-short-without = Sem { $who }: { $falls ->
        [none] nenhum nível
       *[other] { $tier }
    }.
ahead-short-more = { $count ->
        [one] mais um
       *[other] mais { $count }
    }

whatif-title = { $name }, em { $date }: agora { $now }, depois { $then }
whatif-title-same = { $name }, em { $date }: agora { $now }, depois ainda { $then }
whatif-title-now = { $name }, em { $date }: { $now }
whatif-associate = { $customer } associa o parceiro
whatif-convert = { $customer } converte as suas versões de avaliação
whatif-hold = { $person } obtém { $credential }
whatif-add-people = { $count ->
        [one] mais { $count } pessoa certificada
       *[other] mais { $count } pessoas certificadas
    }
whatif-add-users = { $count ->
        [one] mais { $count } usuário ativo de { $workload }
       *[other] mais { $count } usuários ativos de { $workload }
    }
whatif-without = sem { $who }
whatif-no-effect = não muda nada{ $has-reasons ->
        [yes] {" "}({ $reasons })
       *[no] {""}
    }
whatif-held = já obtido
whatif-associated = já associado
whatif-no-trial = não tem versões de avaliação
whatif-counts = já conta, portanto não é necessário
whatif-did-not-count = não contava de qualquer forma
whatif-lacks = ainda falta { $missing }
whatif-other-path = conta por outro caminho
whatif-column-then = Depois

## Mail

mail-column-partner = Parceiro
mail-column-contact = Contato
mail-column-language = Idioma
mail-column-subject = Assunto
mail-column-attachments = Anexos
mail-column-status = Situação
mail-attachment = { $kind } { $size } KB
mail-ready = pronta
mail-drafted = rascunho { $file }
mail-sent = enviada
mail-refused = recusada: { $why }
mail-failed = não enviada: { $why }
mail-unknown = enviada ou não, ninguém sabe dizer: { $why }
mail-not-tried = não tentada
mail-held-no-contact = retida: a planilha de parceiros não indica contato
mail-held-several = retida: o contato tem mais de um endereço
mail-held-address = retida: o contato não é um endereço utilizável
mail-held-letters = retida: o endereço tem letras que muitos servidores de e‑mail não aceitam
mail-held-errors = retida: erros nos seus dados ({ $codes })
mail-held-changed = retida: { $file } foi alterado depois da revisão
mail-held-missing = retida: falta { $file }
mail-held-sent = enviada em { $date }
mail-held-sent-before = enviada em { $date }, antes de a revisão ser refeita
mail-held-unknown = retida: o envio de { $date } foi interrompido
mail-shared = { $address } é o contato de { $partners }: cada uma destas mensagens vai para lá
mail-told-ready = { $count ->
        [one] { $count } mensagem está pronta
       *[other] { $count } mensagens estão prontas
    }, { $before } já enviadas, { $held } retidas; nada foi enviado
mail-told-drafts = { $count ->
        [one] { $count } rascunho está em { $folder }
       *[other] { $count } rascunhos estão em { $folder }
    }, { $before } mensagens já enviadas, { $held } retidas
mail-told-sent = { $sent ->
        [one] { $sent } mensagem enviada
       *[other] { $sent } mensagens enviadas
    }, { $failed } não enviadas, { $before } enviadas antes, { $held } retidas
mail-told-closed = o envio terminou antes da hora: { $why }
mail-hint-next = --drafts grava rascunhos, --send --to-me envia tudo a você, --send envia aos parceiros
mail-hint-ledger = o que foi enviado fica anotado em { $file }; ao repetir o comando, só o que falta é enviado
mail-hint-unknown = pergunte ao parceiro ou olhe nas mensagens enviadas e, se ele não recebeu nada, indique o parceiro com --resend
mail-hint-server = verifique host, port, security e o acesso em [mail.smtp] de { $file }, e se esta máquina alcança o servidor
mail-told-kept = { $count ->
        [one] { $count } rascunho anterior fica como estava
       *[other] { $count } rascunhos anteriores ficam como estavam
    }

## Watching the inbox

watch-begins = Observando { $folder }, onde { $files ->
    [0] ainda não há nada
    [one] já há um arquivo
   *[other] já há { $files } arquivos
}. Ctrl-C para terminar.
watch-polls = Aqui as alterações não são informadas ({ $detail }), por isso a pasta é verificada a cada { $seconds } segundos.
watch-gone = removido: { $file }
watch-passed = ignorado: { $file }
watch-unreachable = Não é possível acessar { $folder }; aguardando.
watch-reachable = { $folder } está de novo acessível.
watch-runs = Não chega mais nada: a revisão é executada de novo.
watch-nothing = Nada chegou a { $folder }, portanto não havia nada a verificar.
watch-nothing-to-run = Nada chegou a { $folder }, portanto a revisão não foi executada.

## Verifying and signing a review

endorsement-title = Nota e aprovação
endorsement-signed = Aprovado por { $name } em { $date }. Objeto da aprovação: results.json, SHA-256 { $hash }
endorsement-noted = Nota de { $date }
sign-off-done = { $name } aprovou a revisão em { $folder }; a aprovação refere-se a { $file } e consta da primeira página do portfólio.
sign-off-noted = A nota consta da primeira página do portfólio em { $folder }.
verify-unchanged = { $files ->
    [one] O único arquivo da revisão está tal como foi escrito.
   *[other] Os { $files } arquivos da revisão estão tal como foram escritos.
}
verify-changed = A revisão não está mais como foi escrita:
verify-file = { $how ->
    [missing] ausente: { $file }
    [added] adicionado: { $file }
   *[changed] alterado: { $file }
}
verify-disagrees = { $what ->
    [tool] manifest.json e results.json indicam programas diferentes.
    [ruleset] manifest.json e results.json indicam regras diferentes.
    [inputs] manifest.json e results.json indicam arquivos de origem diferentes.
    [reports] manifest.json e results.json indicam relatórios diferentes.
    [signature] O arquivo results.json presente não é o que foi aprovado.
   *[unreadable] Não é possível ler results.json ou sign-off.json.
}
verify-inputs-same = { $files ->
    [one] O arquivo de origem é o que foi revisado.
   *[other] Os { $files } arquivos de origem são os que foram revisados.
}
verify-inputs-changed = Os arquivos de origem não são os que foram revisados; iguais: { $files }
verify-signed = Aprovado por { $name } em { $date }: { $holds ->
    [yes] o que foi aprovado é o que está presente.
   *[no] o que foi aprovado não é mais o que está presente.
}
verify-not-signed = Ainda não aprovado.

## Shards

shard-written = Parte { $shard }: { $partners } de { $all } parceiros avaliados e escritos em { $folder }
