from django.urls import path, re_path

from community.consumers import NetworkConsumer, NowhereConsumer

websocket_urlpatterns = [
    path("ws/networks/<slug:slug>/", NetworkConsumer.as_asgi()),
    re_path("", NowhereConsumer.as_asgi()),
]
