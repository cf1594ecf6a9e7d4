# Texts in English. Every language file has the same keys with the same values in braces.
# `$has-x` is `yes` where the text `$x` is there and `no` where it is empty.

### Lists, numbers, small words

list-comma = {", "}
list-semicolon = {"; "}
list-and = { $first } and { $last }
list-or = { $first } or { $last }
list-or-else = { $first }, or { $last }
percent = { $number }%
word-yes = Yes
word-no = No
word-met = met
word-not-met = not met
page = Page { $page } of { $pages }
cells-and-more = { $cells } and { $more } more
footer = { $tool } · Rules { $rules }, edition { $edition } · As of { $date }

severity-error = Error
severity-warning = Warning
severity-info = Note

tier-gold = Gold
tier-silver = Silver
tier-none = No tier

market-developed = Developed market
market-developing = Developing market
market-none = Unknown market

role-usage = Customer usage
role-roster = Certification roster
role-partners = Partner master data
role-none = Not used
role-unread = Could not be read

# What a reader sees in place of a name that is another partner's.
alias-file = Input { $number }
alias-sheet = Sheet { $number }
alias-partner = Another partner
alias-text = …

metric-entitlements = Active entitlements
metric-people = Certified people
amount-entitlements = { $count ->
        [one] { $count } active entitlement
       *[other] { $count } active entitlements
    }
amount-people = { $count ->
        [one] { $count } certified person
       *[other] { $count } certified people
    }

# Words of the rules that the language has of its own; other labels come from the lists of words.
exam = Exam { $number }
exams = Exams { $numbers }
# Within a sentence.
exam-named = exam { $number }
exams-named = exams { $numbers }
# After a colon, and after a verb that says that it is passed.
exam-missing = exam { $number }
exams-missing = exams { $numbers }
exam-passed = exam { $number }
label-delegated-administrator = Delegated Administrator

field-partner-id = partner ID
field-partner-name = partner name
field-partner-country = partner country
field-partner-market = partner market
field-country = country
field-market = market
field-customer-id = customer ID
field-customer-name = customer name
field-customer-country = customer country
field-workload = workload
field-sku = SKU
field-product = product
field-trial = trial
field-association = association
field-active-users = active users
field-month = month
field-person-id = MCP ID
field-person-name = person name
field-first-name = first name
field-last-name = last name
field-email = email
field-credential = exam or certification
field-credential-type = credential type
field-status = status
field-achieved = date achieved
field-expires = expiry date
field-language = language
field-contact-email = contact email
field-tier = tier
field-anniversary = anniversary
field-known = known column

### Why rows do not count

usage-reason-unreadable = Cannot be read{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Cannot be read
    .remedy = Correct the cells named under “Data findings” in the export and run the review again. Until then these rows add nothing.
usage-reason-workload-not-eligible = The workload does not count{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Workload that does not count
    .remedy = Only active users of the workloads that the rules list can be counted. Nothing needs to be done unless a workload is misspelt.
usage-reason-trial = Trial SKU{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Trial SKU
    .remedy = These users count once the customer has converted the trial to a paid subscription.
usage-reason-no-qualifying-association = No qualifying association
    .title = No qualifying association
    .remedy = Users of the reference month that are not counted already count once the customer has associated the partner in one of the ways that the rules accept.
usage-reason-outside-reference-month = Another month{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
    .title = Outside the reference month
    .remedy = Only the reference month counts. Nothing needs to be done unless a month is wrong.
usage-reason-duplicate = Duplicate{ $has-detail ->
        [yes] {" "}of { $detail }
       *[no] {""}
    }
    .title = Duplicate
    .remedy = The same customer, workload, SKU and month is counted already. Nothing needs to be done.
not-counted-conflict =
    .title = Duplicate with another number
    .remedy = The same customer, workload, SKU and month is counted with the smaller number. Find out which number is right and remove the other row.

roster-reason-unreadable = Cannot be read
roster-reason-not-required = Not asked for by these rules
roster-reason-not-passed = Not passed
roster-reason-after-as-of = Achieved after the as-of date{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }
roster-reason-expired = Expired{ $has-detail ->
        [yes] {" "}on { $detail }
       *[no] {""}
    }
roster-reason-no-proof = Neither status nor date given
roster-reason-duplicate = Already counted for this person

### Columns

column-active-users = Active users
column-actual = Counted
column-change = Since the previous review
column-code = Code
column-could-be = Could be
column-counted = Counted
column-counts = Counts
column-customer = Customer
column-email = Email
column-entitlements = Entitlements
column-file = File
column-help = What to do
column-mcp-id = MCP ID
column-message = What is wrong
column-next-tier = Next tier
column-partner = Partner
column-person = Name
column-place = Place
column-problems = Data problems
column-reason = Reason
column-remark = Remark
column-required = Required
column-requirement = Requirement
column-risk = Risk
column-role = Used as
column-rows = Rows
column-severity = Severity
column-sha256 = SHA-256
column-sheet = Sheet
column-shortfall = Missing
column-sku = SKU
column-source = Source
column-status = Status
column-tier = Tier
column-total = Total
column-value = Value seen
column-verdict = Verdict
column-workload = Workload

fact-anniversary = Anniversary
fact-as-of = As of
fact-country = Country
fact-current-tier = Tier on record
fact-edition = Edition of the rules
fact-inputs = Inputs
fact-market = Market
fact-month = Reference month
fact-previous = Previous review
fact-partner-id = MPN ID
fact-partners = Partners

### A partner's report

pdf-more-rows = { $count ->
        [one] { $count } more row is not shown here; the workbook has all of them.
       *[other] { $count } more rows are not shown here; the workbook has all of them.
    }
report-title = Gap report – { $name }
summary-title = Summary
status-title = Where the partner stands
status-highest = { $name } meets every requirement of { $tier }.
status-held = { $lost ->
        [yes] { $name } meets { $tier }, but no longer { $target }: it needs { $missing }.
       *[no] { $name } meets { $tier }. For { $target } it still needs { $missing }.
    }
status-none = { $lost ->
        [yes] { $name } no longer meets { $target }: it needs { $missing }.
       *[no] { $name } does not meet { $target } yet: it still needs { $missing }.
    }
status-could-be = If all open data problems were settled in the partner’s favour, the tier could be { $tier }.
status-could-be-where = See “Data findings”.

risk-title = At risk
risk-title-lost = Tier lost
risk-short-record = On record: { $tier }
risk-thin-margin = { $spare ->
        [0] Exactly at the threshold of { $required } active entitlements: none to spare.
        [one] Only { $spare } active entitlement above the threshold of { $required }.
       *[other] Only { $spare } active entitlements above the threshold of { $required }.
    }
risk-expiring = The tier rests on a credential that expires on { $date }: { $credential } of { $person }.
risk-tier-dropped = { $move ->
        [lost] The tier { $from } has been lost since the previous review.
       *[other] The tier fell from { $from } to { $to } since the previous review.
    }
risk-entitlements-dropped = Active entitlements fell from { $from } to { $to } since the previous review.
risk-people-dropped = Certified people fell from { $from } to { $to } since the previous review.
risk-short-expiring = { $credential } of { $person } expires on { $date }.

change-new = Not part of the previous review{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
change-nothing = No change since { $date }.
change-tier = { $move ->
        [lost] Tier { $from } lost since { $date }.
        [gained] Tier { $to } gained since { $date }.
       *[other] Tier changed since { $date }: from { $from } to { $to }.
    }
change-entitlements = Active entitlements since { $date }: { $direction ->
        [up] up
       *[down] down
    } from { $from } to { $to }.
change-people = Certified people since { $date }: from { $from } to { $to }.
change-short-new = New in this review.
change-short-nothing = No change.
change-short-tier = { $move ->
        [lost] Tier { $from } lost.
        [gained] Tier { $to } gained.
       *[other] Tier changed from { $from } to { $to }.
    }
change-short-entitlements = Active entitlements { $direction ->
        [up] up
       *[down] down
    } from { $from } to { $to }.
change-short-people = Certified people { $direction ->
        [up] up
       *[down] down
    } from { $from } to { $to }.

# What changed since the previous review: a sheet and a section. The title is a sheet's name: at most 31 characters.
changes-title = What changed
changes-intro = Compared with the review as of { $date }.{ $named ->
        [yes] {""}
       *[no] {" "}That review does not name its customers: only the figures can be compared.
    }
changes-customers-title = Customers
changes-people-title = People
changes-gained = gained
changes-lost = lost
changes-grown = grown
changes-customers-total = Total of these changes
changes-shrunk = shrunk
changes-counts = counts now
changes-counts-no-more = no longer counts
changes-left-roster = no longer counts, not on the roster any more
column-figure = Figure
column-then = Then
column-now = Now
column-difference = Change
column-happened = What happened

gauge-all-met = All thresholds met
gauge-line = { $label }: { $verdict }
gauge-met = Threshold for { $tier } met
gauge-short = { $shortfall } short of { $tier }
gauge-line-all-met = { $label }: all thresholds met
gauge-line-met = { $label }: threshold for { $tier } met
gauge-line-short = { $label }: { $shortfall } short of { $tier }

requirements-title = Requirements
requirements-live = Whoever changes an active-users cell or a Counted flag on the Usage sheet, or a credential on the People sheet, sees these figures, the tier and the charts follow. The sentences and the other sheets describe the data as it was read.
requirements-market-unknown = The market of this partner is not known: the higher thresholds apply.
requirements-mixed = { $tier }: { $people ->
        [one] { $people } person qualifies
       *[other] { $people } people qualify
    } by one path or another, enough for the { $required } required. The rules count each path by itself, so this mixed count does not meet the requirement.

plan-step = Step { $number }
column-step = Plan
plan-title = Plan for { $tier }
plan-title-none = Plan
plan-intro = These steps lead to { $tier }; for each requirement, the smallest effort comes first.
plan-no-steps = No further step is needed for { $tier }.
plan-highest = { $tier } is the highest tier: no step is needed.
plan-highest-at-risk = { $tier } is the highest tier. See what puts it at risk.
plan-outcome = When all steps are done, the tier is { $tier }.
plan-outcome-none = When all steps are done, there is still no tier.
plan-associate = Have { $customer } associate you as { $associations }
plan-convert = Help { $customer } convert its trials to paid subscriptions
plan-grow = Win { $count ->
        [one] { $count } more active user
       *[other] { $count } more active users
    } on { $workloads } at associated customers
plan-exam = { $person } passes { $credential }{ $has-others ->
        [yes] {" "}(or instead { $others }, who also lacks one exam only)
       *[no] {""}
    }
plan-certify = { $count ->
        [one] One more person earns
       *[other] { $count } more people each earn
    } { $credentials }{ $has-others ->
        [yes] , or instead { $others }
       *[no] {""}
    }
effect = +{ $amount }
effect-later = counts with a later step

usage-title = Usage
usage-columns = { $count ->
        [one] Column { $first } as in the input; the columns after it say how each row was judged.
       *[other] Columns { $first }–{ $last } as in the input; the columns after them say how each row was judged.
    }
customers-title = Customers that count
customers-intro = { $customers ->
        [one] { $customers } customer counts
       *[other] { $customers } customers count
    } with { $entitlements } active entitlements in { $month }.
customer-unnamed = Customer not named
by-workload-title = Active entitlements by workload
not-counted-title = What did not count
# Name of a sheet: at most 31 characters.
not-counted-sheet = Not counted
not-counted-group = { $reason } – { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }{ $known ->
        [yes] , { $users ->
            [one] { $users } active user
           *[other] { $users } active users
        }
       *[no] {""}
    }

people-title = People
people-intro = A person qualifies who alone holds { $ways }. On the roster: { $people }; counted: { $counted }.
people-none = The inputs name no people for this partner.
path-column = Path: { $path }
path-column-note = 1: the person holds all of it. 0: something is missing.
person-missing = Missing: { $credentials }.
person-expires = { $credential } expires on { $date }.
person-unreadable = { $credential }: “{ $value }” cannot be read as { $field }.
person-unreadable-credential = “{ $value }” cannot be read as an exam or certification.

findings-title = Data findings
findings-none = Nothing was found wrong with the data.
findings-intro = Errors: { $errors }. Warnings: { $warnings }. Notes: { $infos }. They concern the data, not the rules; correct them at the source and run the review again.
finding-repeated = { $message } { $times ->
        [2] Occurs twice.
       *[other] Occurs { $times } times.
    }
finding-more-like-it = { $message } { $more ->
        [one] And one more like it.
       *[other] And { $more } more like it.
    }

sources-title = Sources

### How it was counted

method-title = How it was counted
method-entitlements = An active entitlement is one active user of a customer on one workload. A person active on two workloads counts twice.
method-workloads = The workloads that count are { $workloads }, added up.
method-trials = Trial SKUs do not count.
method-trials-count = Trial SKUs count like paid ones.
method-associations = A customer counts where the partner is associated with it as { $associations }{ $count ->
        [one] .
       *[other] ; one of them is enough.
    }
method-duplicates = Rows with the same customer, workload, SKU and month count once. Where they differ in the number only, the smaller one counts.
method-people = A person counts who alone holds { $ways }. Exams of different people are not put together.
method-paths-apart = Each of these paths is counted by itself, and the larger number decides.
method-paths-combined = People of all these paths are added up.
method-tier = { $tier } asks for { $entitlements }, and for { $people }.
threshold-by-market = { $developed } in a developed market ({ $developing } in a developing one)
method-risk = A tier counts as at risk with less than { $percent } to spare, or when it rests on a credential that expires within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. So it does with every fall of the tier, its entitlements or its people since the previous review.
method-dates = Usage counts in { $month } only. People are judged as of { $date }.
method-market-sheet = { $market }: so says the partner master data. Its thresholds were applied.
method-market-usage = { $market }: so says the market column of the usage data. Its thresholds were applied.
method-market-country = { $market }, by the partner’s country ({ $country }). { $has-list ->
        [yes] List of countries: { $list }.
       *[no] The list of countries is not Microsoft’s own, which is not public.
    }
method-market-contradictory = The inputs contradict each other on the partner’s market. The higher thresholds were applied.
method-market-unknown = The inputs do not tell the partner’s market. The higher thresholds were applied.
method-market-portfolio = The market is the partner’s own: from the partner master data, else from the usage data, else by its country. { $has-list ->
        [yes] List of countries: { $list }.
       *[no] The list of countries is not Microsoft’s own, which is not public.
    } Where the market is unknown, the higher thresholds apply.
method-privacy = Where the name of a file or sheet tells of another partner, its customers or people, or a free column names another partner, a partner’s report shows a neutral word instead.
method-source = Rules: { $competency }, { $option }, edition { $edition } ({ $id }). Published at: { $source }

### The reviewer's portfolio

portfolio-title = Partner review – { $month }
portfolio-name = All partners
portfolio-headline = { $partners ->
        [one] { $partners } partner reviewed
       *[other] { $partners } partners reviewed
    }: { $tiers }. At risk: { $risk }.
total-of-tier = { $count } { $tier }
total-of-none = { $count } without a tier
totals-title = Partners by tier
panel-more = And { $count } more.
# The meeting page: short lists.
markets-title = Partners by market
panel-risk = At risk
panel-movers = Movers since the previous review
panel-closest = Closest to the next tier
panel-could-be = Could be better once the data is settled
panel-could-be-line = { $tier } proven, could be { $better }
panel-problems = Data problems by file
panel-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
panel-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }

partners-title = Partners
distance = { $tier }: { $count ->
        [one] { $missing } missing
       *[other] { $missing } missing
    }
distance-highest = Highest tier held

### The portfolio as a page for the browser

page-skip = Skip to the partners
page-dark = Dark colours
page-light = Light colours
page-filters = Search, filter and sort
page-search = Search
page-search-hint = Name, ID, country …
page-all = All
page-not-at-risk = Not at risk
page-sort = Sort by
page-order = Highest tier first
page-ascending = Ascending
page-descending = Descending
page-reset = Show all
# `{ $shown }` is filled in later, and stays a number below or equal to `$all`.
page-shown = { $all ->
        [one] { $shown } of { $all } partner
       *[other] { $shown } of { $all } partners
    }
page-nothing = No partner matches the search and the filters.
page-reports = Reports

### The reviewer's copy of an input

annotated-title = { $file } – with verdicts
annotated-summary = Findings
verdict-counted = Counted
verdict-not-counted = Not counted
verdict-partly = Partly counted
verdict-read = Read
verdict-no-partner = Belongs to no partner
verdict-master-data = Partner master data
part-counted = { $label }: counted { $count }
part-held = { $label }: counted
part-not-counted = { $has-label ->
        [yes] { $label }: not counted – { $reason }
       *[no] Not counted – { $reason }
    }
note = { $severity }: { $message } { $help }
annotated-rows = { $counted } counted, { $others } not counted

### Findings: files

finding-unreadable-file = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } cannot be read{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = File cannot be read
    .help = Open the file in Excel, save it again as .xlsx and put it back.
    .about = The file is damaged or could not be opened, so nothing of it is part of the review. Every partner with figures in it may be judged too low. Example: a download that broke off half-way. Download or save the file again, then repeat the run.
finding-password-protected = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } is protected by a password.
    .title = Password-protected file
    .help = Save a copy without a password and use that.
    .about = An encrypted workbook cannot be read, so nothing of it is part of the review. Example: a roster that the partner sent with an opening password. In Excel choose File, Info, Protect Workbook, remove the password and save a copy for the review.
finding-not-a-spreadsheet = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } is not a workbook or table{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Not a workbook or table
    .help = Export the data as .xlsx or .csv and put that in its place.
    .about = The content decides, not the ending of the name: this file holds neither a workbook nor a table of text. Example: a PDF or a web page saved with the ending .xlsx. Ask for the real export.
finding-empty-file = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } is empty.
    .title = Empty file
    .help = Export the data again; leave the file out if there is nothing to export.
    .about = The file has no content at all. Most often an export or a download failed without a message. Figures that should be in it are missing from the review.
finding-limit-exceeded = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } is larger than the review accepts{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Too large
    .help = Split the file, for example by partner or by month, or remove sheets that are not needed.
    .about = Files come from outside, so sizes are bounded before memory is spent on them. What exceeds a bound is left out and is missing from the review. Example: a small file that grows to gigabytes when opened. Split the export into smaller files.
finding-file-took-too-long = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } took longer to read than the bound of { $detail } and was left out.
    .title = Took too long
    .help = Export the data again, without formulas and drawings, or split the file; if it is sound and simply large, raise the bound with --max-seconds.
    .about = Every file is read in a process of its own that is ended when its time is over; the other files are read all the same. Nothing of this file is in the review. Example: a small file that was made to keep readers busy for hours.
finding-file-needs-too-much-memory = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } needs more memory to read than the bound of { $detail } and was left out.
    .title = Needs too much memory
    .help = Split the file, for example by partner or by month; if it is sound and simply large, raise the bound with --max-memory.
    .about = Every file is read in a process of its own with a bound on its memory; the other files are read all the same. Nothing of this file is in the review. Example: a small file that grows to gigabytes when opened.
finding-file-crashed-the-reader = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } is damaged in a way that ended its reader, and was left out.
    .title = Ended its reader
    .help = Open the file in Excel and save it as a new .xlsx, or ask for a new export.
    .about = Every file is read in a process of its own, so that one whose damage ends the process costs nothing but itself. Nothing of this file is in the review. If Excel opens it without a complaint, please report it as an error of the program.
finding-nothing-recognised = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } has no sheet that looks like usage, a roster or partner data{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Nothing recognised
    .help = Correct the column headers, or give them in a file with --columns.
    .about = A sheet is recognised by its column headers, in English, Italian, German, French, Spanish or Portuguese. Nothing in this file has enough of them. Example: a summary with only a chart. If the data are there under other headers, give those in a file with --columns.
finding-missing-input = { $has-name ->
        [yes] “{ $name }”
       *[no] An input
    } does not exist.
    .title = Input not found
    .help = Check the spelling of the path.
    .about = A file or folder that was named for the run is not there. The review goes on without it, so figures may be missing. Check the name, and whether a network drive is connected.
finding-unsupported-file = { $has-name ->
        [yes] “{ $name }”
       *[no] A file
    } has a format that the review does not read{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Unsupported format
    .help = Save it as .xlsx or .csv if it holds data for the review.
    .about = Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) and tables of text (.csv, .tsv, .txt) are read. Anything else in the folder is left out and named here, so that nothing disappears silently. Example: a PDF beside the exports.
finding-same-file-twice = { $has-name ->
        [yes] “{ $name }”
       *[no] A file
    } has the same content as { $has-other ->
        [yes] “{ $other }”
       *[no] another input
    } and is left out.
    .title = Same file twice
    .help = Remove one of the two copies.
    .about = Two inputs are identical to the byte. Reading both would bring nothing but duplicates, so only the first is used. Example: “usage.xlsx” and “usage (1).xlsx” in the download folder.
finding-skipped-file = { $has-name ->
        [yes] “{ $name }”
       *[no] A file
    } was passed over: { $has-detail ->
        [yes] { $detail }
       *[no] it is a temporary or hidden file
    }.
    .title = File passed over
    .help = Nothing, unless it holds data for the review.
    .about = Lock files that Excel leaves while a workbook is open (their names start with ~$), hidden files and system files are not read. They never hold data of their own. Folders of earlier outputs, links to folders, pipes and devices are not read either.
finding-misnamed-file = { $has-name ->
        [yes] “{ $name }”
       *[no] The file
    } is really { $has-detail ->
        [yes] { $detail }
       *[no] of another format
    }, whatever its ending says. It was read as such.
    .title = Ending and content differ
    .help = Nothing; to avoid Excel’s warning, save it in the right format.
    .about = Portals often name a tab-separated text or a web page .xls. The content decides how it is read, so the figures are complete. This note says so, because Excel shows a warning for the same file.

### Findings: sheets and columns

finding-missing-column = Sheet “{ $sheet }” has no column for { $has-field ->
        [yes] { $field }
       *[no] a field that it needs
    }.
    .title = Column missing
    .help = Add the column, or give its header in a file with --columns.
    .about = The sheet was recognised, but cannot be used without this column. Example: usage without a column for active users. Either the export is incomplete, or the column has a header that the lists do not know; give that header in a file with --columns then.
finding-unreadable-sheet = { $has-sheet ->
        [yes] Sheet “{ $sheet }”
       *[no] A sheet
    } cannot be read{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Sheet cannot be read
    .help = Open the workbook in Excel, save it again as .xlsx and put it back.
    .about = One sheet of the workbook is damaged; its other sheets were read. Partners with figures on this sheet may be judged too low. Saving the workbook again in Excel often repairs it.
finding-ambiguous-column = { $has-header ->
        [yes] Column “{ $header }”
       *[no] A column
    } could be { $has-field ->
        [yes] { $field }
       *[no] several things
    }{ $has-other ->
        [yes] {" "}as well as “{ $other }”
       *[no] {""}
    }.
    .title = Column fits more than once
    .help = Rename one of the columns, or give the header of the right one in a file with --columns.
    .about = Two columns claim the same meaning, or one column fits two. The first, or the closer one, was used. Example: “Name” and “Customer name” beside each other. Look whether the right one was taken.
finding-similar-header = { $has-header ->
        [yes] Column “{ $header }”
       *[no] A column
    } was not used{ $has-suggestion ->
        [yes] , but looks like “{ $suggestion }”
       *[no] {""}
    }.
    .title = Header almost matches
    .help = Correct the header, or give the header in a file with --columns.
    .about = The header of the column is close to a known one, but not the same. A guess could be wrong, so the column was not used. Example: “Actve users”. Correct the spelling and run again.
finding-no-trial-column = Sheet “{ $sheet }” has neither a trial nor a SKU column: trials cannot be told apart.
    .title = Trials cannot be told apart
    .help = Confirm that the export holds no trials, or export it with the SKU.
    .about = Trial SKUs must not count. This sheet gives no way to see them, as is normal for the Office usage report of the portal, so all its rows were taken as paid. The true number may be lower. Compare with an export that shows the SKU before you rely on a narrow result.
finding-no-association-column = Sheet “{ $sheet }” has no association column: none of its rows can count.
    .title = No association column
    .help = Export the usage with the partner association (attribution type).
    .about = A customer counts only where the partner is associated with it in one of the accepted ways. Without a column that tells the association nothing on the sheet can be shown to count. Example: a usage export of the customer’s own admin centre.
finding-rows-above-header = This row stands above the header of sheet “{ $sheet }”, looks like data and was not read.
    .title = Data above the header
    .help = If it is data, move the header row above it and run the review again. If it is not, nothing need be done.
    .about = A table is read from its header row downwards. A sort in Excel that took the header along leaves data above it, and a table whose own header is not known may stand above one that is. Nothing of such rows is counted. Example: a row with a partner’s ID, a month and active users above the row “MPN ID, Customer, Month, Active users”.
finding-ignored-sheet = Sheet “{ $sheet }” was not used: it looks like neither usage, roster nor partner data.
    .title = Sheet not used
    .help = Nothing, unless it holds data for the review; then check its headers.
    .about = The headers of this sheet do not show what it is. It is named so that nothing is left out silently. Example: a cover sheet, a pivot table or notes.
finding-hidden-sheet = Sheet “{ $sheet }” is hidden in Excel, but was read.
    .title = Hidden sheet was read
    .help = Check whether its rows are meant to count.
    .about = Hidden sheets are read like others, because their facts may be real. They are easily forgotten, though: an old copy of the data on a hidden sheet can bring duplicates.
finding-unmapped-column = { $has-header ->
        [yes] Column “{ $header }”
       *[no] A column
    } was not used.
    .title = Column not used
    .help = Nothing, unless it matters for the review; then correct the header, or give the header in a file with --columns.
    .about = No list knows the header of this column, and the rules do not need it. It is kept in the reports as it is. Example: an internal cost centre.
finding-skipped-row = The row “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” was taken as a total, a note or a repeated header and not counted.
    .title = Row passed over
    .help = Check that it is not a customer’s row.
    .about = Totals, subtotals and repeated headers would count users twice. They are known by words such as “Total” or “Subtotal”. A customer who is really called so must be renamed, for instance with its full legal name.

### Findings: cells

finding-unreadable-count = { $has-value ->
        [yes] “{ $value }”
       *[no] The cell
    } is not a number of active users.
    .title = Count cannot be read
    .help = { $has-formula ->
        [yes] The formula was never calculated: open the file in Excel and save it.
       *[no] Put a whole number of zero or more in the cell.
    }
    .about = Active users are counted in whole numbers. Text, errors such as #N/A, negative and fractional numbers say nothing certain, so the row adds nothing and the problem stays open. Example: “n/a” or “12.5”. Correct the cell at the source.
finding-ambiguous-number = { $has-value ->
        [yes] “{ $value }”
       *[no] The number
    } can be read in more than one way{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Number with two readings
    .help = Enter the number without separators, or as a real number.
    .about = A point or comma can separate thousands or decimals, and nothing else on the sheet settles which. Example: “2.000” is 2,000 users or two. A guess could decide about a tier, so the row stays open until the number is clear.
finding-unreadable-month = { $has-value ->
        [yes] “{ $value }”
       *[no] The cell
    } is not a month.
    .title = Month cannot be read
    .help = Write the month as 2026-09 or as a date.
    .about = Only usage of the reference month counts, so a row without a readable month cannot. Example: “Q3” or “last month”. Correct the cell at the source.
finding-unreadable-date = { $has-value ->
        [yes] “{ $value }”
       *[no] The cell
    } is not a date.
    .title = Date cannot be read
    .help = Enter a real date, or write it as 2026-09-30.
    .about = The day on which a credential was achieved or expires decides whether it counts. A date that cannot be read leaves that open. Example: “31.02.2026”, a day that does not exist.
finding-ambiguous-date = { $has-value ->
        [yes] “{ $value }”
       *[no] The date
    } can be read in more than one way{ $has-readings ->
        [yes] : { $readings }
       *[no] {""}
    }.
    .title = Date with two readings
    .help = Write dates as 2026-09-30, or enter them as real dates.
    .about = In 03/04/2026 the day may come first or the month, and nothing else in the column settles which. The row is left out and stays open: which reading is right is not guessed. A single date with a day above 12 in the column would settle it.
finding-unreadable-cell = The cell cannot be read{ $has-value ->
        [yes] : it shows { $value }
       *[no] {""}
    }{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }.
    .title = Cell cannot be read
    .help = Repair the cell in Excel and save the file again.
    .about = The file holds something at this address that is no valid value, such as an error, or a formula that was never calculated. It was left out and the rest was read. Open the file in Excel, let it calculate, and save it.
finding-missing-workload = The row names no workload.
    .title = Workload missing
    .help = Fill in the workload.
    .about = Active users count for a workload only. A row that names none cannot be judged and adds nothing. Example: an export in which the workload stands on the first row of each block only. Fill the cells down.
finding-missing-credential = The row names no exam or certification.
    .title = Exam or certification missing
    .help = Fill in the exam or certification, or remove the row.
    .about = A row of a roster says that a person holds a credential. Without the name of the credential it proves nothing.
finding-missing-partner = The row does not say which partner it belongs to.
    .title = Partner missing
    .help = Fill in the MPN ID or the name of the partner.
    .about = Every row belongs to a partner, by its ID or its name. This one names neither, so it counts for nobody. Example: a block in which the name stands on the first row only. Fill the cells down, or put each partner in a file of its own.
finding-missing-person = The row does not say which person it belongs to.
    .title = Person missing
    .help = Fill in the name, the email or the MCP ID.
    .about = The conditions hold for one and the same person, so a credential without a person cannot count.
finding-unknown-status = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a known status.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown status
    .help = Write “Passed” or “Failed”.
    .about = The status says whether an exam was passed. A word that the lists do not know leaves that open, so the row does not count until it is settled. Example: “In review”.
finding-missing-customer = The row names no customer.
    .title = Customer missing
    .help = Fill in the customer’s tenant ID or name.
    .about = Customers are told apart by tenant ID or name; that is how duplicates are found. Rows without either are taken as one unnamed customer. Example: names that the portal has hidden.
finding-unknown-workload = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a known workload.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown workload
    .help = Correct the spelling.
    .about = Only listed workloads count. A word that no list knows does not, but it may be a misspelling of one that does, so the tier stays open. Example: “Exchnge Online”.
finding-unknown-association = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a known association.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown association
    .help = Correct the word.
    .about = The association decides whether a customer counts. A word that no list knows counts as none, but stays an open problem. Example: “Digital PoR (old)”.
finding-unknown-trial = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” in the trial column says neither yes nor no.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown word in the trial column
    .help = Write yes or no.
    .about = The trial column decides whether a row counts. Where its word is not known, only the SKU can still show a trial. Example: “maybe”.
finding-unknown-market = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a known market.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown market
    .help = Write “developed” or “developing”.
    .about = The market decides the thresholds. A word that is not known says nothing, so other sources decide; without any the higher thresholds apply. Example: “EMEA”.
finding-unknown-country = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a known country.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown country
    .help = Write the country’s name or its two-letter code.
    .about = Where nothing else tells the market, the partner’s country does. An unknown name leaves the market open. Example: “Itlay”.
finding-unknown-language = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a language of the reports.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown language
    .help = Write a code such as en or it.
    .about = The partner master data may name the language of a partner’s report. This one is not available, so the language of the run is used.
finding-unknown-tier = “{ $has-word ->
        [yes] { $word }
       *[no] { $value }
    }” is not a known tier.{ $has-suggestion ->
        [yes] {" "}Did you mean “{ $suggestion }”?
       *[no] {""}
    }
    .title = Unknown tier
    .help = Write gold, silver or none.
    .about = The tier on record is shown beside the proven one. It decides nothing, so the review goes on without it. Example: “Platinum”.
finding-unusual-partner-id = “{ $value }” does not look like an MPN ID.
    .title = Unusual partner ID
    .help = Check the ID; MPN IDs are made of digits.
    .about = An ID that is not made of digits was taken as it is. If it is a slip, the rows of one partner are split into two. Example: the letter O in place of a zero.

### Findings: who is who

finding-ambiguous-partner-name = The name { $has-name ->
        [yes] “{ $name }”
       *[no] of a partner
    } belongs to several IDs{ $has-ids ->
        [yes] : { $ids }
       *[no] {""}
    }. Rows without an ID cannot be assigned to one of them.
    .title = One name, several IDs
    .help = Add the MPN ID to the rows that give the name only.
    .about = A row without an ID joins the partner whose name it bears, if exactly one ID bears that name. Here several do, so these rows stand by themselves. Example: two companies of one group under the same name.
finding-market-unknown = The market of { $has-partner ->
        [yes] { $partner }
       *[no] the partner
    } is not known{ $has-detail ->
        [yes] {" "}({ $detail })
       *[no] {""}
    }. The higher thresholds were applied.
    .title = Market not known
    .help = Add the market or the country to the partner master data.
    .about = In a developing market Silver needs fewer active entitlements. Where nothing tells the market, the higher thresholds apply and the result may be too strict. Give the market or the country in the partner master data.
finding-market-contradictory = The inputs contradict each other on the market of { $has-partner ->
        [yes] { $partner }
       *[no] the partner
    }{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }. The higher thresholds were applied.
    .title = Contradictory market
    .help = Correct the market at the source; the partner master data come first.
    .about = One source says developed, another developing. Until that is settled the higher thresholds apply, and the result may be too strict.
finding-partner-names-differ = The inputs spell the name of { $has-name ->
        [yes] { $name }
       *[no] a partner
    } in different ways{ $has-others ->
        [yes] : { $others }
       *[no] {""}
    }.
    .title = Different names of one partner
    .help = Nothing, if they are one company; otherwise correct the ID.
    .about = The rows share one MPN ID and were taken as one partner. If the names are really two companies, one of the IDs is wrong and figures were mixed.
finding-person-joined-by-email = { $has-name ->
        [yes] { $name }
       *[no] A person
    } has several MCP IDs{ $has-ids ->
        [yes] {" "}({ $ids })
       *[no] {""}
    } and was taken as one person because of the email{ $has-email ->
        [yes] {" "}{ $email }
       *[no] {""}
    }.
    .title = One person, several MCP IDs
    .help = Nothing; check it if the email is shared by several people.
    .about = It is a known fault of the portal that one person has two MCP IDs. The exams of both were put together. A shared mailbox in the email column would join different people, so do not use one.
finding-same-name-two-people = { $has-name ->
        [yes] “{ $name }”
       *[no] A name
    } stands for two people: their MCP IDs and emails differ.
    .title = Same name, two people
    .help = If it is one person, give both rows the same MCP ID or email.
    .about = Two people of one partner bear the same name, but share neither MCP ID nor email, so they were judged apart. If it is one person, the exams of both rows would count together.

### Findings: judging

finding-conflicting-duplicate = { $has-customer ->
        [yes] { $customer }
       *[no] A customer
    } is listed { $has-times ->
        [yes] { $times } times
       *[no] twice
    }{ $has-workload ->
        [yes] {" "}for { $workload }
       *[no] {""}
    } with different numbers{ $has-times ->
        [yes] , from { $smaller } to { $larger }
       *[no] : { $smaller } and { $larger }
    }{ $has-other ->
        [yes] {" "}(see { $other })
       *[no] {""}
    }. The smaller one was counted.
    .title = Duplicates that contradict each other
    .help = Find out which number is right and remove the other row.
    .about = Two rows agree in partner, customer, workload, SKU and month, but not in the number of active users. Only one can be right; the smaller one is counted, and the tier that the larger one would give is shown as possible. Example: an export made twice in one month.
finding-mixed-paths = For { $has-tier ->
        [yes] { $tier }
       *[no] a tier
    }, people on different paths would together be enough{ $has-people ->
        [yes] {" "}({ $people })
       *[no] {""}
    }, but each path is counted by itself.
    .title = People on mixed paths
    .help = Ask the partner programme whether people on different paths may be added up.
    .about = The page asks for a number of people with both exams, or a number with the certification. It does not say that the two may be mixed. The review counts each path by itself and tells you where a mixed count would have been enough.

### Findings: the run

finding-as-of-today = No month could be read in any input, so everything was judged as of today{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }.
    .title = Judged as of today
    .help = Name the day with --as-of, so that a later run gives the same result.
    .about = The as-of date is normally the last day of the latest month with usage. No input has a month that could be read, so today’s date took its place. The same run tomorrow may give another result, as credentials expire.
finding-usage-after-as-of = { $count ->
        [one] { $count } usage row lies
       *[other] { $count } usage rows lie
    } after the as-of date{ $has-month ->
        [yes] {" "}(up to { $month })
       *[no] {""}
    } and cannot count.
    .title = Usage after the as-of date
    .help = Nothing, if the as-of date is meant; otherwise choose a later one with --as-of.
    .about = Only usage at or before the as-of date can be the reference month. Later rows are shown, but not counted.
finding-missing-glyph = No font at hand can show { $has-value ->
        [yes] “{ $value }”
       *[no] a character
    }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }; the PDF shows a replacement.
    .title = Character without a font
    .help = Name a folder with fitting fonts with --fonts DIR. The workbook shows the text in full.
    .about = The built-in fonts cover Latin, Greek and Cyrillic, Arabic and Hebrew. For other scripts a font of the computer is used, if there is one. Example: a customer’s name in Chinese characters on a computer without Chinese fonts.
finding-previous-unreadable = The previous review { $has-name ->
        [yes] “{ $name }”{" "}
       *[no] {""}
    }cannot be read{ $has-detail ->
        [yes] : { $detail }
       *[no] {""}
    }.
    .title = Previous review cannot be read
    .help = Move its folder away first; then put a whole copy in its place, or run that month again.
    .about = A comparison needs the results of an earlier run. Those of this month’s review in the workspace are damaged or of another kind, and were left out. The review itself is complete, but does not know what that month’s review said.

## The command line

cli-column-partner = Partner
cli-column-id = MPN ID
cli-column-tier = Tier
cli-column-could-be = Could be
cli-column-entitlements = Entitlements
cli-column-people = People
cli-column-risk = Risk
cli-at-risk = at risk
cli-more-findings = … and { $count } more; all of them are in results.json and portfolio.xlsx
cli-findings = Findings: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $infos ->
    [one] { $infos } note
   *[other] { $infos } notes
}
cli-written = { $partners ->
    [one] { $partners } partner
   *[other] { $partners } partners
} judged as of { $date } for usage of { $month }; the reports are in { $folder }

## Blank workbooks (`tiergap template`)

template-subject = Blank workbook for a partner review
template-guide = Guide
template-guide-column = Column
template-guide-about = What belongs there
template-guide-example = Example
template-guide-values = Values to choose from
template-usage-sheet = Usage
template-usage-guide-1 = One row for each customer, workload, SKU and month.
template-usage-guide-2 = Active users is a whole number; leave no cell empty, zero is a number like any other.
template-usage-guide-3 = A row counts only with one of the associations that the rules name; several may stand in one cell, separated by commas.
template-usage-guide-4 = You may add columns of your own: they stay in the report, and the review does not use them.
template-roster-sheet = Roster
template-roster-guide-1 = One row for each person and credential.
template-roster-guide-2 = Give the MCP ID or the email: rows that share one of them are one person.
template-roster-guide-3 = Give the status or the date achieved: a row with neither has no proof and does not count.
template-roster-guide-4 = Leave the expiry date empty where a credential never expires.
template-partners-sheet = Partners
template-partners-guide-1 = One row for each partner.
template-partners-guide-2 = The market is the partner’s own, not its customers’. It decides the threshold for Silver.
template-partners-guide-3 = Without a market, the country decides by a list that is not Microsoft’s own.
template-partners-guide-4 = The language is that of the partner’s reports.
template-partner-id = Partner ID
    .about = The partner’s MPN ID: digits.
    .example = 1234567
template-partner-name = Partner name
    .about = The partner’s name. Without an ID, the name tells which partner it is.
    .example = Contoso Services
template-customer-id = Customer tenant ID
    .about = The customer’s tenant ID. Without one, the name tells customers apart.
    .example = 6a1f0c6e-0d5b-4c39-9d0a-2f5f3c6f1b11
template-customer-name = Customer name
    .about = The customer’s name.
    .example = Beta Clinic
template-workload = Workload
    .about = The workload that the users are active on.
    .example = Exchange Online
template-sku = SKU
    .about = The offer, as the portal names it. A trial in its name is recognised.
    .example = OFFICE 365 ENTERPRISE E3
template-trial = Trial
    .about = Whether it is a trial. Trials do not count.
    .example = no
template-association = Association
    .about = How the partner is associated with the customer.
    .example = Digital Partner of Record
template-active-users = Active users
    .about = Users active on the workload in the month.
    .example = 420
template-month = Month
    .about = The month of the usage.
    .example = 2026-09
template-person-id = MCP ID
    .about = The person’s Microsoft certification ID.
    .example = 10234567
template-person-name = Person name
    .about = First and last name.
    .example = Anna Rossi
template-email = Email
    .about = The person’s email.
    .example = anna.rossi@contoso.example
template-credential = Credential
    .about = The exam or certification. Others may be listed too.
    .example = 70-346
template-status = Status
    .about = Whether it was passed.
    .example = passed
template-achieved = Date achieved
    .about = The day it was achieved.
    .example = 2016-05-20
template-expires = Expires
    .about = The day it expires; empty is never.
    .example = 2027-05-20
template-country = Country
    .about = The partner’s country, by name or code.
    .example = Italy
template-market = Market
    .about = The partner’s market.
    .example = developed
template-language = Language
    .about = The language of its reports.
    .example = English
template-contact-email = Contact email
    .about = Who gets the reports.
    .example = director@contoso.example
template-tier = Current tier
    .about = The tier held today.
    .example = Silver
template-anniversary = Anniversary
    .about = The anniversary of the membership.
    .example = 2027-03-31
template-passed = passed
template-not-passed = not passed
template-developed = developed
template-developing = developing
template-no-tier = none

finding-no-usage-in-month = There is no usage in { $month }{ $has-other ->
        [yes] ; the latest month with usage is { $other }
       *[no] {""}
    }. Nobody has any entitlements.
    .title = No usage in the reference month
    .help = Check the as-of date, or add the usage export of that month.
    .about =
        Entitlements are counted in one month only: the latest one with usage at or before the as-of date. Here no row of that month was found, so every partner is judged with zero entitlements. Most often --as-of names a day before the exports begin, or the usage export is missing from the inbox.

finding-partner-gone = { $name } was in the previous review{ $has-date ->
        [yes] {" "}({ $date })
       *[no] {""}
    }, { $has-tier ->
        [yes] with the tier { $tier }
       *[no] without a tier
    }; no input names it now.
    .title = Partner missing since the previous review
    .help = Add its exports to the inbox, if it should be reviewed.
    .about =
        A partner of the review given with --previous is named by no input of this one, neither by its ID nor by its name, so it gets no report. If it left, nothing is to be done. If not, its export is missing, or its ID was mistyped in all rows.

cli-check-sheet = { $sheet }: { $role }{ $header ->
        [0] {""}
       *[other] , header in row { $header }
    }, { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
cli-used-known = known, not needed
cli-used-workload = active users of { $name }
cli-used-credential = { $name }
cli-used-unmapped = not recognised
cli-hint = hint

finding-sparse-reference-month = The reference month { $month } has only { $smaller ->
        [one] { $smaller } usage row
       *[other] { $smaller } usage rows
    }, while { $other } has { $larger }.
    .title = Few rows in the reference month
    .help = Correct the month if it is mistyped, or judge the earlier month with --as-of.
    .about =
        The latest month with usage becomes the reference month, and nothing else counts. Where it holds less than a tenth of the rows of the month before, a single mistyped month or an export that has only begun may have moved the whole review. The place names the first row of that month.

label-skype-for-business = Skype for Business
label-transacting-partner = Transacting Partner
label-digital-partner-of-record = Digital Partner of Record
label-fast-track-partner = Fast Track Partner
### Details of findings: what a file really is

detail-format-xlsx = an Excel workbook (.xlsx)
detail-format-xlsb = an Excel binary workbook (.xlsb)
detail-format-xls = an Excel 97–2003 workbook (.xls)
detail-format-ods = an OpenDocument spreadsheet (.ods)
detail-format-delimited = delimited text (.csv)
detail-format-html = an HTML table (.html)
detail-format-spreadsheetml = a SpreadsheetML 2003 workbook (.xml)
# $format is a name such as PNG, ZIP, Word or JSON.
detail-image = a picture ({ $format })
detail-archive = an archive ({ $format })
detail-document = a document ({ $format })
detail-text-document = a text document ({ $format })
detail-presentation = a presentation ({ $format })
detail-message = an email message ({ $format })
detail-database = a database ({ $format })
detail-other-file = a file of another kind ({ $format })
detail-old-excel = a worksheet of { $format }, which is too old
detail-program = a program
detail-binary = binary data
detail-compound-without-workbook = an Office file of the old kind without a workbook in it
detail-flat-opendocument = a flat OpenDocument file; save it as .ods
detail-web-archive = a web archive (MHTML); save it as .xlsx
detail-page-without-table = a web page (HTML) without a table

### Details of findings: damage. $technical is what the reading library or the system says, in English.

detail-damaged = it is damaged ({ $technical })
detail-damaged-xml = its XML is damaged ({ $technical })
detail-damaged-zip = its zip container is damaged ({ $technical })
detail-damaged-zip-end = it is cut off or damaged; the end of its zip container is missing
detail-damaged-zip-short = it is cut off or damaged; its zip container ends too early
detail-damaged-directory = it is cut off or damaged; its directory is missing
detail-damaged-workbook = it is cut off or damaged; no workbook can be found in it
detail-damaged-beyond-reader = it is damaged in a way that its reader cannot cope with
detail-cut-off = it is cut off
detail-part-missing = its part “{ $part }” is missing
detail-not-a-worksheet = what it points to is no worksheet
detail-no-worksheets = it has no worksheets
detail-sheets-overlap = its sheets overlap each other
detail-not-regular-file = it is not a regular file
skip-hidden-folder = it is a hidden folder
skip-too-deep = it lies too many folders deep
skip-output = it is the output of a run
skip-link-to-folder = it is a link to a folder
skip-link-nowhere = it is a link that leads nowhere
skip-special = it is a pipe, a device or the like, and no file
detail-no-permission = there is no permission to read it
detail-gone = it is no longer there
detail-system = the system refuses it ({ $technical })
detail-reader-not-started = the process that reads it cannot be started ({ $technical })
detail-outside-grid = its address lies outside the sheet’s grid
detail-cell-type = it is of a type that is not known
detail-text-number = text number { $number } is not among the workbook’s texts
detail-text-missing = its text is not among the workbook’s texts
detail-open-quote = a quotation mark opens here and takes { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    } into this one cell
detail-open-quote-ignored = a quotation mark that nobody closes opens here, before { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    } of data; the row was read without it

### Details of findings: bounds

detail-limit-bytes = { $size } bytes, more than { $limit }
detail-limit-inflated = too many bytes once inflated
detail-limit-piece = one piece of it is larger than { $limit } bytes
detail-sheet-name-cut = a sheet’s name is longer than { $limit } bytes and was cut
detail-empty-sheets = { $number } empty sheets after the first { $limit } were left out
detail-limit-sheets = more than { $limit } sheets
detail-limit-parts = { $size } parts, more than { $limit }
detail-limit-page = a web page of { $size } bytes, more than { $limit }
detail-limit-workbook = a workbook of more than { $limit } MB
detail-limit-record = a record of { $size } bytes, more than { $limit }
detail-limit-cells = more than { $limit } cells
detail-limit-texts = more than { $limit } texts
detail-limit-repeated = more than { $limit } repeated cells
detail-limit-area = more than { $limit } cells, counting the empty ones between
detail-limit-shared-cells = sheets that share their cells
detail-cell-cut = a cell’s text is longer than { $limit } bytes and was cut

finding-language-not-available = There are no texts in the language “{ $value }” yet; { $language } is used instead.
    .title = Language not available
    .help = Nothing; write another language if the partner reads it better.
    .about = The partner master data may name the language of a partner’s report. This language was understood, but the program has no texts in it, so the report is written in the language of the run. Example: “Polish”. Write one of the available languages, if the partner reads it better.

## The workspace: `tiergap.toml`, waivers

severity-settled = Settled
finding-settled-help = Nothing: the reviewer has accepted it as it is.
usage-reason-left-out = Left out by the reviewer
    .title = Left out by the reviewer
    .remedy = The reviewer has decided that these rows are not counted; the data findings say why.
roster-reason-left-out = Left out by the reviewer
waiver-decision-accept = the finding “{ $code }” is accepted as it is
waiver-decision-leave-out = not counted
waiver-decision-read-as = read as “{ $to }” instead of “{ $from }”
waiver-decision-associated = counts as associated ({ $word })
setting-two-market-lists = both “markets” and “[market-list]” are given; the list within the file is used
setting-cell-twice = an earlier waiver reads the same cell as something else, and is the one applied
setting-column-unused = no sheet has a column “{ $word }”
setting-country-unknown = no country has the code “{ $word }”
setting-partner-unknown = no partner is called “{ $word }”
setting-partners-overlap = “{ $word }” is in the [[same-partner]] of line { $line }, column { $column } as well; that one is applied, this one is not
setting-no-folder = there is no folder “{ $word }”
setting-read-and-left-out = the waiver on line { $line }, column { $column } leaves this cell out, so that what it is read as counts for nothing
previous-damaged = the file is damaged, or is none of tiergap’s
previous-same-day = the review of an earlier month is as of { $date } as well
finding-waiver-applied = Settled by the reviewer ({ $by }{ $has-date ->
        [yes] , until { $date }
       *[no] {""}
    }): { $decision }.{ $has-reason ->
        [yes] {" "}Reason: { $reason }.
       *[no] {""}
    }
    .title = Settled by the reviewer
    .help = Nothing; tell the reviewer if it is not right.
    .about = The reviewer has settled something about these data in the workspace: a finding is accepted as it is, a cell is read as something else, rows are left out, or a customer counts as associated. Every report that it touches says so, with the reason, who decided and until when. Example: a count with a letter for a digit, confirmed by phone.
finding-waiver-expired = { $name }, line { $line }, column { $column }: this waiver ran out{ $has-date ->
        [yes] {" "}on { $date }
       *[no] {""}
    } and was not applied.
    .title = Waiver ran out
    .help = Look at it again: give it a later “until”, or delete it.
    .about = A waiver holds until the day that it names, compared with the as-of date of the review. After that day it is not applied any more, so that nothing stays settled for ever by oversight.
finding-waiver-unmatched = { $name }, line { $line }, column { $column }: this waiver matches nothing in these inputs and was not applied.
    .title = Waiver that matches nothing
    .help = Delete it if it is settled in the data by now; otherwise correct what it names.
    .about = A waiver names a file, cells, a customer or a partner, and perhaps a finding. Nothing in the inputs is like that: the data were corrected, another export lies at its place, or a name is misspelt. Example: the cell F17 of last quarter’s file holds another row now.
finding-partners-joined = { $ids } are taken as one partner{ $has-by ->
        [yes] {" "}({ $by })
       *[no] {""}
    }.{ $has-reason ->
        [yes] {" "}Reason: { $reason }.
       *[no] {""}
    }
    .title = Partners taken as one
    .help = Nothing; tell the reviewer if they are not one.
    .about = The workspace says that these MPN IDs and names are one partner. All their rows were judged together.
finding-contradictory-setting = { $name }, line { $line }, column { $column }: { $detail }.
    .title = Settings that contradict each other
    .help = Keep one of the two.
    .about = The workspace’s file says two things of one and the same. One of them was used, and the message says which.
finding-unused-setting = { $name }, line { $line }, column { $column }: { $detail }.
    .title = Setting without effect
    .help = Correct it or delete it.
    .about = The workspace’s file says something that matches nothing in these inputs. Often a name is misspelt, or the export has changed. Example: a column name of your own that no sheet has.

## Comparing reviews, trends

# What changed, and over several reviews. trend-title is a sheet's name: at most 31 characters.
trend-title = Trend
trend-intro = What each review said, the oldest first.
trend-tiers-title = Partners by tier, over all reviews
column-review = Review
column-problem = Problem
column-whom = What it is about
changes-findings-title = Data problems
changes-new = new
changes-settled = gone

compare-title = From { $from } to { $to }
compare-sorted = The reviews are compared in the order of their as-of dates, whatever their order here.
compare-rules = The reviews were judged by different rules ({ $rules }): changes may come from the rules alone.
compare-nothing = Nothing changed.
compare-tier-changes = Tier changes
compare-entitlements = Active entitlements
compare-people = Certified people
compare-persons = Who counts
compare-customers = Customers
compare-customers-unnamed = One of the reviews does not name its customers: they cannot be compared.
compare-partners-new = Partners that are new
compare-partners-gone = Partners that are gone
compare-findings-new = Findings that are new
compare-findings-gone = Findings that are gone
compare-more = … and { $count } more; --format json tells all

finding-previous-other-rules = The review as of { $date } was judged by edition { $value } of its rules, this one by edition { $other }: changes may come from the rules alone.
    .title = Earlier review by other rules
    .help = Judge the earlier inputs by the rules of this review, if changes of the figures alone are wanted.
    .about = Changes since an earlier review mean most if both were judged by the same rules. Where the rules differ, if only by an edition, a tier may rise or fall though no figure changed. Example: a review by the edition of 2017-06-27 is compared with one by the edition of 2017-07-07, which counts one association more. Nothing is wrong with either review; to see what changed in the figures alone, run the earlier inputs again with the rules of today.

## Risk ahead, what-if

# What could cost a tier that is held, and does not yet put it at risk.
ahead-title = Risk ahead
# $first: review or anniversary, whichever comes first; same: both on one day; none: no anniversary is known.
ahead-days = { $first ->
        [review] The next review is due on { $review }, before the anniversary on { $anniversary }.
        [anniversary] The anniversary on { $anniversary } comes before the next review, due on { $review }.
        [same] The next review and the anniversary are both on { $review }.
       *[none] The next review is due on { $review }.
    }
ahead-expiry = { $credential } of { $person } expires on { $date }, before { $before ->
        [both] the next review and the anniversary
        [review] the next review
       *[anniversary] the anniversary
    }. { $falls ->
        [none] Without it, no tier is left.
       *[other] Without it, the tier is { $tier }.
    }
ahead-person = { $falls ->
        [none] The tier depends on { $person }: without this person, no tier is left.
       *[other] The tier depends on { $person }: without this person, it is { $tier }.
    }
ahead-more-people = { $count ->
        [one] The tier depends on one more person in the same way.
       *[other] The tier depends on { $count } more people in the same way.
    }
ahead-customer = { $falls ->
        [none] The tier depends on { $customer } ({ $amount }): without this customer, no tier is left.
       *[other] The tier depends on { $customer } ({ $amount }): without this customer, it is { $tier }.
    }
ahead-more-customers = { $count ->
        [one] The tier depends on one more customer in the same way.
       *[other] The tier depends on { $count } more customers in the same way.
    }
# Short forms, for the reviewer's list of all partners.
ahead-short-expiry = { $credential } of { $person } until { $date }: { $falls ->
        [none] then no tier
       *[other] then { $tier }
    }.
ahead-short-without = Without { $who }: { $falls ->
        [none] no tier
       *[other] { $tier }
    }.
ahead-short-more = { $count ->
        [one] one other
       *[other] { $count } others
    }

whatif-title = { $name }, as of { $date }: { $now } now, { $then } then
whatif-title-same = { $name }, as of { $date }: { $now } now, and still { $then } then
whatif-title-now = { $name }, as of { $date }: { $now }
whatif-associate = { $customer } associates the partner
whatif-convert = { $customer } converts its trials
whatif-hold = { $person } earns { $credential }
whatif-add-people = { $count ->
        [one] { $count } more certified person
       *[other] { $count } more certified people
    }
whatif-add-users = { $count ->
        [one] { $count } more active user of { $workload }
       *[other] { $count } more active users of { $workload }
    }
whatif-without = without { $who }
whatif-no-effect = changes nothing{ $has-reasons ->
        [yes] {" "}({ $reasons })
       *[no] {""}
    }
whatif-held = held already
whatif-associated = associated already
whatif-no-trial = has no trials
whatif-counts = counts already, so this is not needed
whatif-did-not-count = did not count anyway
whatif-lacks = { $missing } still missing
whatif-other-path = counts by another path than the others
whatif-column-then = Then

## Mail

mail-column-partner = Partner
mail-column-contact = Contact
mail-column-language = Language
mail-column-subject = Subject
mail-column-attachments = Attached
mail-column-status = Status
mail-attachment = { $kind } { $size } KB
mail-ready = ready
mail-drafted = draft { $file }
mail-sent = sent
mail-refused = refused: { $why }
mail-failed = not sent: { $why }
mail-unknown = sent or not, nobody can tell: { $why }
mail-not-tried = not tried
mail-held-no-contact = held back: the partners sheet names no contact
mail-held-several = held back: the contact has more than one address
mail-held-address = held back: the contact is no usable address
mail-held-letters = held back: the address has letters that many mail servers do not take
mail-held-errors = held back: errors in its data ({ $codes })
mail-held-changed = held back: { $file } was changed since the review was written
mail-held-missing = held back: { $file } is missing
mail-held-sent = sent on { $date }
mail-held-sent-before = sent on { $date }, before the review was run again
mail-held-unknown = held back: broken off while it was sent on { $date }
mail-shared = { $address } is the contact of { $partners }: each of these messages goes there
mail-told-ready = { $count ->
        [one] { $count } message is ready
       *[other] { $count } messages are ready
    }, { $before } sent before, { $held } held back; nothing was sent
mail-told-drafts = { $count ->
        [one] { $count } draft is in { $folder }
       *[other] { $count } drafts are in { $folder }
    }, { $before } messages sent before, { $held } held back
mail-told-sent = { $sent ->
        [one] { $sent } message sent
       *[other] { $sent } messages sent
    }, { $failed } not sent, { $before } sent before, { $held } held back
mail-told-closed = sending ended early: { $why }
mail-hint-next = --drafts writes drafts, --send --to-me sends all to yourself, --send sends them
mail-hint-ledger = what was sent is noted in { $file }; run again, and only what is missing is sent
mail-hint-unknown = ask the partner or look into the mailbox of sent messages, then name the partner with --resend if it has nothing
mail-hint-server = check host, port, security and login in [mail.smtp] of { $file }, and whether this machine reaches the server
mail-told-kept = { $count ->
        [one] { $count } earlier draft stays as it was
       *[other] { $count } earlier drafts stay as they were
    }

## Watching the inbox

watch-begins = Watching { $folder }, where { $files ->
    [0] nothing is yet
    [one] one file is already
   *[other] { $files } files are already
}. Ctrl-C ends it.
watch-polls = Changes are not told here ({ $detail }), so the folder is looked at every { $seconds } seconds.
watch-gone = removed: { $file }
watch-passed = passed over: { $file }
watch-unreachable = { $folder } cannot be reached; waiting for it.
watch-reachable = { $folder } is there again.
watch-runs = Nothing more has landed: the review is run again.
watch-nothing = Nothing has landed in { $folder }, so there was nothing to check.
watch-nothing-to-run = Nothing has landed in { $folder }, so the review was not run.

## Verifying and signing a review

endorsement-title = Note and sign-off
endorsement-signed = Signed off by { $name } on { $date }. What was signed: results.json, SHA-256 { $hash }
endorsement-noted = Note of { $date }
sign-off-done = { $name } signed off the review in { $folder }; what was signed is { $file }, and the portfolio says so on its first page.
sign-off-noted = The note is on the first page of the portfolio in { $folder }.
verify-unchanged = { $files ->
    [one] The review’s only file is as it was written.
   *[other] All { $files } files of the review are as they were written.
}
verify-changed = The review is not as it was written:
verify-file = { $how ->
    [missing] missing: { $file }
    [added] added: { $file }
   *[changed] changed: { $file }
}
verify-disagrees = { $what ->
    [tool] manifest.json and results.json name different programs.
    [ruleset] manifest.json and results.json name different rules.
    [inputs] manifest.json and results.json name different inputs.
    [reports] manifest.json and results.json name different reports.
    [signature] What was signed is not the results.json that is there.
   *[unreadable] results.json or sign-off.json cannot be read.
}
verify-inputs-same = { $files ->
    [one] The input is the one that was reviewed.
   *[other] All { $files } inputs are those that were reviewed.
}
verify-inputs-changed = The inputs are not those that were reviewed; the same: { $files }
verify-signed = Signed off by { $name } on { $date }: { $holds ->
    [yes] what was signed is what is there.
   *[no] what was signed is no longer what is there.
}
verify-not-signed = Not signed off.

## Shards

shard-written = Shard { $shard }: { $partners } of { $all ->
    [one] { $all } partner
   *[other] { $all } partners
} judged and written to { $folder }
