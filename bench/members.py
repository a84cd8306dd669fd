"""Lets a number of people take part in the demo network: `python -m bench.members COUNT` prints their API tokens."""

import json
import sys

import django

from bench.talker import NETWORK


def main() -> None:
    django.setup()
    from wagtail.models import APIToken

    from networks.models import Network
    from schools.models import School
    from tests.factories.networks import EnrolmentFactory
    from tests.factories.people import UserFactory

    network = Network.objects.get(slug=NETWORK)
    school = School.objects.order_by("pk")[0]
    people = [UserFactory() for _ in range(int(sys.argv[1]))]
    for person in people:
        EnrolmentFactory(network=network, person=person, school=school)
    json.dump([APIToken.create_token(user=person, name="Bench")[1] for person in people], sys.stdout)


if __name__ == "__main__":
    main()
