# The message that goes to a partner with its report, in English. What stands in the report itself (where the partner
# stands, the plan, the risks) is said in the words of `text/en.ftl`.

letter-subject = Partner review { $month }: { $name }
# Put before the subject where a message goes to the reviewer and not to the partner.
letter-preview = Preview, for { $address }
letter-greeting = Good day,
letter-intro = This is where { $name } stands in our review of { $subject } for { $month }, as of { $date }.
letter-more-steps = { $count ->
        [one] The report names { $count } further step.
       *[other] The report names { $count } further steps.
    }
letter-attached = Attached is the gap report (PDF). It shows every figure with its source: what counts, what does not, and why.
letter-attached-both = Attached are the gap report (PDF) and the workbook to it (Excel). They show every figure with its source: what counts, what does not, and why.
letter-ask = Is something not as you know it, or do you have questions? Simply reply to this message.
letter-closing = Kind regards
# Name of the attached files, without its ending; $month is written as 2026-09.
letter-file = Gap report { $name } { $month }
