class ProtocolError(Exception):
    """What the protocol calls an error: it is answered with status 200, its code and a sentence for programmers."""

    def __init__(self, code: str, text: str):
        super().__init__(text)
        self.code, self.text = code, text
