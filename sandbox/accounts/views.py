"""Signing in and out, one's own password, the colours of the screen."""

from datetime import datetime
from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    request,
    session,
    url_for,
)
from flask_login import current_user, login_user, logout_user

from sandbox.accounts import services
from sandbox.accounts.errors import BadCredentials, TooManyAttempts, UnknownClassCode
from sandbox.accounts.forms import JoinForm, PasswordForm, SignInForm
from sandbox.accounts.models import Account
from sandbox.accounts.queries import account_behind
from sandbox.accounts.throttle import throttle
from sandbox.core.calendar import PARIS
from sandbox.core.database import writing
from sandbox.core.errors import DomainError
from sandbox.extensions import db, login_manager
from sandbox.intake import local_path
from sandbox.web import Answer, done, page, public

bp = Blueprint("accounts", __name__, template_folder="templates")
login_manager.session_protection = "strong"
_YEAR = 365 * 24 * 3600


@login_manager.user_loader
def load_account(cookie: str) -> Account | None:
    """Who is behind a session's cookie, in one statement."""
    return account_behind(db.session(), cookie)


@bp.get("/connexion")
@public
def sign_in() -> Answer:
    """The door."""
    if current_user.is_authenticated:
        return _go(url_for("training.home"))
    form = SignInForm(data={"next": request.args.get("next", "")})
    return page("accounts/sign_in.html", form=form, refusal="")


@bp.post("/connexion")
@public
def enter() -> Answer:
    """Let somebody in, or say no without saying why."""
    form = SignInForm()
    refusal = ""
    if form.validate():
        try:
            _let_in(form.login.data or "", form.password.data or "")
            return _go(local_path(form.next.data))
        except DomainError as error:
            refusal = str(error)
    return page("accounts/sign_in.html", form=form, refusal=refusal, status=422)


def _let_in(login: str, password: str) -> None:
    """Open a session; raises BadCredentials or TooManyAttempts."""
    address, now = request.remote_addr or "", datetime.now(PARIS)
    if throttle.is_closed(address):
        raise TooManyAttempts
    account = services.by_login(db.session(), login)
    let_in = services.is_let_in(account, password, now)
    if account is None or not let_in:
        throttle.failed(address)
        _keep_failure(account, now)
        raise BadCredentials
    with writing(db.session()) as current:
        services.remember_success(current, account, password)
        current.commit()
    _start_session(account)


def _keep_failure(account: Account | None, now: datetime) -> None:
    if account is not None:
        with writing(db.session()) as current:
            services.remember_failure(current, account, now)
            current.commit()


@bp.get("/rejoindre")
@public
def join() -> Answer:
    """The door of a class, for whoever has its code."""
    return page("accounts/join.html", form=JoinForm(data={"code": request.args.get("code", "")}))


@bp.post("/rejoindre")
@public
def come_in() -> Answer:
    """Open one's own account in a class, and begin."""
    form = JoinForm()
    if form.validate():
        try:
            _start_session(_join(form))
            return _go("/")
        except DomainError as error:
            form[error.field if error.field in form.data else "code"].errors = [str(error)]
    return page("accounts/join.html", form=form, status=422)


def _join(form: JoinForm) -> Account:
    """A new account; a wrong code counts as a failure of this address."""
    address = request.remote_addr or ""
    if throttle.is_closed(address):
        raise TooManyAttempts
    typed = {"name": form.name.data or "", "login": form.login.data or ""}
    code, password = form.code.data or "", form.new.data or ""
    try:
        with writing(db.session()) as current:
            account = services.join(current, code=code, password=password, **typed)
            current.commit()
    except UnknownClassCode:
        throttle.failed(address)
        raise
    return account


def _start_session(account: Account) -> None:
    session.clear()
    session.permanent = True
    login_user(account)


@bp.post("/deconnexion")
def sign_out() -> Answer:
    """Close this session."""
    logout_user()
    session.clear()
    return _go(url_for(".sign_in"))


@bp.get("/compte")
def account() -> Answer:
    """One's own account."""
    return page("accounts/account.html", form=PasswordForm())


def _change(me: Account, form: PasswordForm) -> None:
    current, new = form.current.data or "", form.new.data or ""
    with writing(db.session()) as session:
        services.change_password(session, me, current=current, new=new)
        session.commit()


@bp.post("/compte/mot-de-passe")
def change_password() -> Answer:
    """Choose another password: sessions left open elsewhere end."""
    form, me = PasswordForm(), _me()
    if not form.validate():
        return page("accounts/account.html", form=form, status=422)
    try:
        _change(me, form)
    except DomainError as error:
        form[error.field or "new"].errors = [str(error)]
        return page("accounts/account.html", form=form, status=422)
    login_user(me)
    return done("Mot de passe changé. Vos autres sessions sont fermées.", url_for(".account"))


@bp.post("/compte/deconnecter-partout")
def sign_out_everywhere() -> Answer:
    """Close every session of this person, this one included."""
    with writing(db.session()) as current:
        services.sign_out_everywhere(current, _me())
        current.commit()
    return sign_out()


@bp.post("/theme")
@public
def theme() -> Answer:
    """Keep light or dark in a cookie."""
    answer = _go(local_path(request.form.get("back")))
    chosen = "dark" if request.form.get("theme") == "dark" else "light"
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    answer.set_cookie("theme", chosen, max_age=_YEAR, httponly=True, samesite="Lax", secure=secure)
    return answer


def _go(to: str) -> Response:
    return make_response(redirect(to, HTTPStatus.SEE_OTHER))


def _me() -> Account:
    me: Account = current_user._get_current_object()
    return me
