# Sourced by start. open_screen makes an X display of its own, 1920x1080 in 24 bits, that only this
# user's programs may open; close_screen ends it.

open_screen() {
    screen=$(mktemp -d)
    trap close_screen EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    cookie=$(mcookie)
    xauth -q -f "$screen/server" add :0 . "$cookie" 2>/dev/null
    mkfifo "$screen/number"
    Xvfb -displayfd 8 -screen 0 1920x1080x24 -auth "$screen/server" -nolisten tcp -noreset \
        8>"$screen/number" 2>"$screen/said" &
    xvfb=$!
    if ! read -r number <"$screen/number"; then
        cat "$screen/said" >&2
        stop "Xvfb did not start (see above)"
    fi
    xauth -q -f "$screen/client" add ":$number" . "$cookie" 2>/dev/null
    export DISPLAY=":$number" XAUTHORITY="$screen/client" QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
}

close_screen() {
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || :
    rm -rf "$screen"
}
