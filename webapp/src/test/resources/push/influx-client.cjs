// Writes with InfluxData's own client and prints what it heard.
const [modules, url, key, battery, now] = process.argv.slice(2);
const { InfluxDB, Point } = require(modules + '/@influxdata/influxdb-client');

function api(token) {
  return new InfluxDB({ url, token }).getWriteApi('eds', 'home', 'ms', { maxRetries: 0 });
}

function pack() {
  return new Point('battery').tag('device', battery);
}

async function refused(write) {
  try {
    await write.close();
    console.log('taken');
  } catch (e) {
    console.log('refused', e.statusCode, e.json.code);
  }
}

async function run() {
  const good = api(key);
  for (let i = 20; i >= 0; i--) {
    good.writePoint(
      pack()
        .floatField('voltage', i === 0 ? 52.83 : 52)
        .intField('cycles', 70)
        .uintField('ah', 5)
        .booleanField('charge_fet', true)
        .stringField('alarms', 'a "b" \\ c')
        .timestamp(Number(now) - i * 1000));
  }
  await good.close();
  console.log('written');
  const stranger = api(key);
  stranger.writePoint(new Point('m').tag('device', 'nobody').floatField('soc', 1).timestamp(Number(now)));
  await refused(stranger);
  const unknown = api('wrong');
  unknown.writePoint(pack().floatField('soc', 1).timestamp(Number(now)));
  await refused(unknown);
}

const log = console.error;
console.error = () => {};
console.warn = () => {};
run().catch((e) => {
  log(e);
  process.exit(1);
});
