from home.services.contact import send_question

__all__ = ["send_question"]
