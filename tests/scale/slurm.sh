#!/usr/bin/env bash
# slurm.sh FOLDER COMMAND... - runs a command with a Slurm cluster of this machine alone, whose
# files are in FOLDER and which ends with it. Needs root: its daemons run jobs as other users.
set -euo pipefail
folder=$1
shift
mkdir -p "$folder"/{munge,state,spool}
chmod 755 "$folder" "$folder/munge"
host=$(hostname -s)
port=$((20000 + $$ % 10000 * 2))
export SLURM_CONF=$folder/slurm.conf

cat >"$SLURM_CONF" <<END
ClusterName=lysark
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CredType=cred/munge
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MailProg=/bin/true
ReturnToService=2
SchedulerParameters=sched_interval=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=all Nodes=$host Default=YES State=UP
END

daemons=()
stop() {
    for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do kill "${daemons[i]}" 2>/dev/null || true; done
    wait
}
trap stop EXIT
run() { # LOG COMMAND...
    local log=$folder/$1
    shift
    "$@" >"$log" 2>&1 </dev/null &
    daemons+=($!)
}
await() { # WHAT COMMAND...: for 20 seconds at most
    local what=$1
    shift
    for ((i = 0; i < 200; i++)); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    echo "$what did not start:" >&2
    tail -n 20 "$folder"/*.log >&2
    exit 1
}
is_idle() { sinfo -h -o %T | grep -qx 'idle\|mixed'; }

dd if=/dev/urandom of="$folder/munge/key" bs=128 count=1 status=none
chmod 600 "$folder/munge/key"
run munged.log /usr/sbin/munged --foreground --force --key-file="$folder/munge/key" \
    --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
    --log-file="$folder/munge/log" --seed-file="$folder/munge/seed"
await munged test -S "$folder/munge/socket"
run slurmctld.log /usr/sbin/slurmctld -D
await slurmctld scontrol ping
run slurmd.log /usr/sbin/slurmd -D -N "$host"
await slurmd is_idle
"$@"
