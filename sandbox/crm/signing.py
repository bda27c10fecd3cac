"""The signature at the foot of what leaves the company."""

from sandbox.core.setting import Setting

DESK = "Service administration des ventes"


def signed_by(setting: Setting) -> str:
    """Desk, company, telephone and mail, one a line."""
    company = setting.company
    reach = " · ".join(way for way in (company.phone, company.email) if way)
    return "\n".join(line for line in (DESK, company.name, reach) if line)
