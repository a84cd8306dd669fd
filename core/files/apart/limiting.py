"""For a program that runs alone and imports nothing of the platform: how little it may take."""

from contextlib import suppress


def limit_ourselves(*, seconds: int, memory: int) -> None:
    """Let the system end this process when it takes more. seconds: of processor time; memory: in bytes."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
