# Sourced by start and check, which set $root. set_up LOCK... leaves a whole .venv behind it, or
# stops with a sentence that says what to do. A step is done again only when its inputs change.

venv=$root/.venv

say() { printf '%s\n' "commandcenter: $*" >&2; }
stop() {
    say "$@"
    exit 1
}

# fresh NAME FILE...: does the stamp of this step still hold?
fresh() {
    stamp=$venv/.stamp-$1
    shift
    key=$({ printf '%s\n' "$root" && readlink -f "$venv/bin/python" && cat -- "$@"; } 2>&1 | sha256sum)
    [ -x "$venv/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$key" ]
}

# done_with NAME FILE...: this step is whole now.
done_with() {
    fresh "$@" || printf '%s\n' "$key" >"$stamp"
}

words() { find "$root/resources/i18n" -name '*.ts' 2>/dev/null | sort; }
fresh_words() {
    fresh words /dev/null || return 1
    words | while IFS= read -r ts; do [ "${ts%.ts}.qm" -nt "$ts" ] || return 1; done
}
fresh_all() {
    fresh system "$root/.ci/packages.txt" && fresh_words || return 1
    for lock; do fresh "$lock" "$root/$lock" || return 1; done
}

can_root() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# has PACKAGE: is it installed, under its name or the one of Debian 13 (libasound2t64)?
has() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}

# apt_install PACKAGE...: installs them, or prints the one command that does and stops.
apt_install() {
    names=
    for package; do
        if apt-cache show "${package}t64" >/dev/null 2>&1; then package=${package}t64; fi
        names="$names $package"
    done
    if ! can_root; then
        say "这台机器缺少系统库，请先运行下面这一条命令，然后重试"
        say "this machine lacks system packages; run this one command, then try again:"
        install="apt-get update && apt-get install -y --no-install-recommends$names"
        if command -v sudo >/dev/null; then
            stop "  sudo sh -c '$install'"
        fi
        stop "  su - -c '$install'"
    fi
    say "正在安装系统库 · installing system packages:$names"
    as_root apt-get -o DPkg::Lock::Timeout=300 update -q </dev/null >&2 ||
        say "the package lists could not be renewed; trying with the ones that are here"
    # shellcheck disable=SC2086  # the names are words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q \
        --no-install-recommends $names </dev/null >&2 ||
        stop "系统库安装失败，请检查网络与软件源后重试 · apt-get could not install them (see above):" \
            "check the network and the package sources, then run this again; nothing else is lost"
}

find_python() {
    for python in python3 python3.11 python3.12 python3.13 python3.14; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

set_up_system() {
    if ! command -v dpkg-query >/dev/null; then
        say "this system is not Debian's kind: see to it that the like of .ci/packages.txt is there"
        find_python || stop "Python 3.11 or newer is needed: install it, then run this again"
        return
    fi
    missing=
    while read -r package; do
        case $package in '' | '#'*) continue ;; esac
        has "$package" || missing="$missing $package"
    done <"$root/.ci/packages.txt"
    if ! find_python; then
        missing="$missing python3 python3-venv"
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        missing="$missing python3-venv"
    fi
    # shellcheck disable=SC2086  # the names are words
    [ -z "$missing" ] || apt_install $missing
    find_python || stop "Python 3.11 or newer is needed and this system's packages have an older one"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "$python cannot make a virtual environment: install its venv module, then run this again"
}

make_venv() {
    rm -rf "$venv"
    say "正在建立 Python 环境 · making .venv with $("$python" --version)"
    "$python" -m venv "$venv" || stop ".venv could not be made: is there room, and may you write in $root?"
}

# install_lock LOCK: exactly what the lock names; what else they need is in the lock as well.
install_lock() {
    say "正在安装 Python 包 · installing the packages of $1 (the first time about 300 MB)"
    rm -f "$venv/.stamp-$1" # an interruption from here on shows
    quiet=-q
    [ ! -t 2 ] || quiet=
    # shellcheck disable=SC2086
    "$venv/bin/python" -m pip install $quiet --disable-pip-version-check --no-input --no-deps \
        --prefer-binary -r "$root/$1" </dev/null >&2 ||
        stop "Python 包安装失败，请检查网络或 pip 的软件源后重试 · pip could not install them (see above):" \
            "check the network or pip's index, then run this again; what was fetched is kept"
    done_with "$1" "$root/$1"
}

compile_words() {
    words | while IFS= read -r ts; do
        "$venv/bin/python" -c 'from PySide6.scripts.pyside_tool import lrelease; lrelease()' \
            -silent "$ts" -qm "${ts%.ts}.qm" >&2 || stop "the words of $ts could not be compiled"
    done || exit 1
    done_with words /dev/null
}

# Python keeps what it compiles, but not in another user's tree nor where the shell forbids it: a
# quarter of every start.
compile_modules() {
    "$venv/bin/python" -m compileall -q "$root/commandcenter" "$root/ui" >&2 ||
        say "not every module could be compiled (see above)"
}

# set_up LOCK...: the first lock is the base, without which .venv is a half-made one.
set_up() {
    fresh_all "$@" && return
    [ -w "$root" ] || stop "$root cannot be written to: put the project where you may write"
    exec 9>"$root/.venv.lock"
    if command -v flock >/dev/null && ! flock -n 9; then
        say "另一个安装正在进行，等待中 · another set-up is at work here; waiting for it"
        flock 9
    fi
    fresh system "$root/.ci/packages.txt" || set_up_system
    [ -x "$venv/bin/python" ] && [ -f "$venv/.stamp-$1" ] || { find_python && make_venv; }
    done_with system "$root/.ci/packages.txt"
    for lock; do fresh "$lock" "$root/$lock" || install_lock "$lock"; done
    fresh_words || compile_words
    compile_modules
    exec 9>&-
    say "安装完成 · set up"
}

# What Qt needs to know of this machine.
qt_environment() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
    esac
    [ -e /dev/dri ] || export QT_QUICK_BACKEND=software
    if [ "$(id -u)" = 0 ]; then
        export QTWEBENGINE_DISABLE_SANDBOX=1 # the web engine refuses to run as root otherwise
        return
    fi
    # Qt takes any value, even 0, for a yes.
    case ${QTWEBENGINE_DISABLE_SANDBOX:-0} in 0) unset QTWEBENGINE_DISABLE_SANDBOX ;; esac
}
