"""What a practice is made of, by the names of its columns."""

TEXTS = (
    "title",
    "summary",
    "question",
    "context",
    "approach",
    "result",
    "conditions",
    "what_did_not_work",
    "contact",
    "subjects",
)
COLUMNS = (*TEXTS, "licence", "sector", "school_type", "school_size", "first_year", "last_year")
RELATIONS = ("network", "school", "learning_question")
