"""From talk to practice: posts that a member keeps, and the practice that begins with quotes of them."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from community.harvest import beginning, personal
    from networks.beginning import register

    erasure.register("kept_posts", personal.forget)
    export.register("kept_posts", personal.exported)
    register("kept_posts", beginning.kept_in)
