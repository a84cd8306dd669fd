"""Pictures and files of posts: serving them, and what their author says of them."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from community import services
from community.forms import PostFilesForm
from community.models import Post
from community.policies import get_file_for
from community.views.common import room_page
from community.views.posts import own_post
from core import files
from core.access import guarded, signed_in
from core.errors import DomainError


@require_safe
@signed_in
@guarded("networks.see_space")
def file(request: HttpRequest, file_id: int) -> HttpResponse:
    """A picture that we made ourselves is shown; everything else comes as a download."""
    found = get_file_for(request.user, file_id)
    if found.is_picture:
        return files.show(request, found.file, content_type=found.content_type)
    return files.download(request, found.file, name=found.name, content_type=found.content_type)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.edit_post")
def post_files(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Say what is in the pictures, add files, take one away."""
    post = own_post(request, slug, post_id, "community.edit_post")
    if request.POST.get("remove", "").isdecimal():
        services.remove_file(file=get_file_for(request.user, int(request.POST["remove"][:18])), by=request.user)
        return redirect(request.path)
    form = PostFilesForm(request.POST or None, request.FILES or None, post=post)
    if request.method == "POST" and form.is_valid():
        try:
            _save(form, post, request)
            return redirect(post)
        except DomainError as error:
            form.refuse(error)
    context = {"post": post, "thread": post.thread, "files": post.files.all()}
    return room_page(request, "community/files.html", post.thread.network, form=form, **context)


@transaction.atomic
def _save(form: PostFilesForm, post: Post, request: HttpRequest) -> None:
    for name, picture in form.pictures.items():
        services.describe_file(file=picture, by=request.user, alt=form.cleaned_data[name])
    network, uploads = post.thread.network, form.cleaned_data["uploads"]
    made = [services.keep_file(network=network, by=request.user, file=it).pk for it in uploads]
    if made:
        services.add_files(post=post, by=request.user, files=made)
