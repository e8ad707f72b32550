"""Sample editors and articles; every word of them was written for this example."""

from django.contrib.auth.models import Group, Permission, User
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from lint.shells.wagtail.publishing import unchecked
from newsroom.models import FrontPage, NewsPage

PASSWORD = "copydesk"
EDITORS = ("reporter", "editor", "chief")

ARTICLES = [
    {
        "title": "Harbour bridge to close for the winter",
        "standfirst": "Engineers found cracks in two of its piers.",
        "body": [
            (
                "paragraph",
                "<p>The harbour bridge will close on 3 November 2025 and stay shut until "
                "the spring, the council said.</p><p>Ferries will run every ten minutes.</p>",
            ),
            ("crosshead", "Cracks under water"),
            ("paragraph", "<p>Divers found the cracks in <b>two piers</b> last month.</p>"),
            ("quote", {"quotation": "Nobody was ever in danger.", "speaker": "Rosa Lindqvist"}),
        ],
    },
    {
        "title": "Library opens its doors at night",
        "standfirst": "Students asked for it for years.",
        "body": [
            ("paragraph", "<p>The city library is open until midnight from Monday.</p>"),
            (
                "facts",
                {
                    "heading": "In numbers",
                    "facts": ["<p>41 <i>new</i> desks</p>", "<p>Two more night guards</p>"],
                },
            ),
        ],
    },
    {
        "title": "Two neighbours agree on the river",
        "standfirst": "Talks had gone on for eleven years.",
        "body": [
            (
                "paragraph",
                "<p>Ministers signed a treaty about the water of the river on 9 May 2025.</p>",
            ),
        ],
    },
]

# With a slip of every sort, for those who want to see copydesk at work at once.
DRAFT = {
    "title": "Library opens its doors at night",
    "standfirst": "The county’s foreign ministry refused to hand him over.",
    "body": [
        ("paragraph", "<p>Britain had asked for <b>Andrei Lugovi</b> to be sent to London, and "
         "Moscow refused on <i>July 5, 2007</i>.</p><p>It said so again on 17 July 2007.</p>"),
        ("quote", {"quotation": "He drank tea with Polonium 210 in it.", "speaker": "A detective"}),
    ],
}  # fmt: skip


def fill():
    """Make what is missing."""
    front = FrontPage.objects.first() or _front_page()
    _groups(front)
    _workflow(front)
    if NewsPage.objects.exists():
        return
    with unchecked():  # so that the example starts whatever the stylebook says
        for told in ARTICLES:
            front.add_child(instance=NewsPage(**_ready(told))).save_revision().publish()
    front.add_child(instance=NewsPage(live=False, **_ready(DRAFT))).save_revision()


def _ready(told):
    return {**told, "body": list(told["body"])}


def _front_page():
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    root.refresh_from_db()
    front = root.add_child(instance=FrontPage(title="The Newsroom"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": front, "site_name": "The Newsroom"},
    )
    return front


def _groups(front):
    """Reporters add and change, editors publish and let findings stand, chiefs publish against
    the stylebook."""
    access = Permission.objects.get(codename="access_admin")
    own = Permission.objects.filter(content_type__app_label="copydesk")
    dismiss, override = own.get(codename="dismiss"), own.get(codename="override")
    for name, codenames in (
        ("reporter", ("add_page", "change_page")),
        ("editor", ("add_page", "change_page", "publish_page")),
        ("chief", ("add_page", "change_page", "publish_page")),
    ):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(access)
        if name in ("editor", "chief"):
            group.permissions.add(dismiss)
        if name == "chief":
            group.permissions.add(override)
        for permission in Permission.objects.filter(codename__in=codenames):
            GroupPagePermission.objects.get_or_create(
                group=group, page=front, permission=permission
            )
        _user(name).groups.add(group)
    _user("admin", is_staff=True, is_superuser=True)


def _workflow(front):
    """What reporters submit is approved by editors and chiefs."""
    if Workflow.objects.filter(name="To print").exists():
        return
    task = GroupApprovalTask.objects.create(name="Sub-editors")
    task.groups.set(Group.objects.filter(name__in=["editor", "chief"]))
    workflow = Workflow.objects.create(name="To print")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=front)


def _user(name, **more):
    user, new = User.objects.get_or_create(username=name, defaults=more)
    if new:
        user.set_password(PASSWORD)
        user.save()
    return user
