list-comma = {", "}
list-and = { $first } e { $last }
list-or = { $first } o { $last }
percent = { $number }%
