"""The engine for large installations. It finds; what is shown always comes from the table's own rows.

Fed from the table by sequence (`feed`); a hit is believed only when the row is still that version and the reader may
still see it (`query`); a node that does not answer is left alone for a while (`node`).
"""
