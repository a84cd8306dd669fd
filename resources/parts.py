"""What a practice is made of, by the names of its columns."""

RUNNING_TEXTS = ("question", "context", "approach", "result", "conditions", "what_did_not_work")
STORY = ("title", "summary", *RUNNING_TEXTS)  # what the school's permission is about, and where we look for names
TEXTS = (*STORY, "contact", "subjects")
COLUMNS = (*TEXTS, "licence", "sector", "school_type", "school_size", "first_year", "last_year")
RELATIONS = ("network", "school", "learning_question")
# Of which somebody can say something while it is reviewed.
DISCUSSED = (*STORY, "materials", "tags", "contact", "licence")
