from core.cache import ForgivingRedisCache


def test_without_redis_the_cache_only_misses():
    cache = ForgivingRedisCache("redis://127.0.0.1:1/0", {})

    cache.set("a", 1)

    assert cache.get("a", "missing") == "missing"
    assert cache.get_or_set("a", 2) == 2
    assert cache.get_many(["a"]) == {}
    assert cache.delete("a") is False
