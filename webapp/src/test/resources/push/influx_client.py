"""Writes with Debian's python3-influxdb, as Home Assistant and batmon do, and prints what it heard."""

import sys

from influxdb import InfluxDBClient
from influxdb.exceptions import InfluxDBClientError

host, port, key, battery, entity, now = sys.argv[1:]
now = int(now)


def client(**more):
    return InfluxDBClient(host, int(port), "any", key, "home", path="influx", timeout=30, **more)


def point(fields, time):
    return {"measurement": "battery", "tags": {"device": battery}, "time": time, "fields": fields}


plain = client()
print("ping", plain.ping())
plain.create_database("home")
print("databases", plain.get_list_database())
print("empty", plain.write_points([]))
print("point", plain.write_points([point({"soc": 83.0}, now - 2)], time_precision="s"))
print("zipped", client(gzip=True).write_points([point({"soc": 84.0}, now - 1)], time_precision="s"))
unit = {
    "measurement": "V",
    "tags": {"domain": "sensor", "entity_id": entity},
    "time": now,
    "fields": {"value": 52.83, "friendly_name_str": "Pack", "state_class_str": "measurement"},
}
print("entity", plain.write_points([unit], time_precision="s"))
stranger = {"measurement": "m", "tags": {"device": "nobody"}, "time": now, "fields": {"soc": 1.0}}
try:
    plain.write_points([point({"soc": 84.0}, now), stranger], time_precision="s")
except InfluxDBClientError as refused:
    print("refused", refused.code, str(refused.content).split('"error":"')[-1].split(" (")[0])
