#!/usr/bin/env python3
"""Prints every metric as one line of tab-separated text: region, year, indicator, value, measure, status, report.

    pip install confluent-kafka
    python3 examples/python/metrics.py [--once] 127.0.0.1:9092

--once reads what is there and ends. Without it, run it with a group.id of your own and commit what you have handled:
here nothing is remembered, and every start reads from the beginning.
"""

import json
import sys
import uuid
from collections import OrderedDict
from decimal import Decimal

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaException, TopicPartition

TOPIC = "reports.metrics"
REMEMBERED = 100_000


def read(servers, once):
    """Yields the key, headers and value of each record."""
    consumer = Consumer(
        {
            "bootstrap.servers": servers,
            # Needed by the library, not used: partitions are assigned here and nothing is committed.
            "group.id": f"metrics-{uuid.uuid4()}",
            "enable.auto.commit": False,
            # The processor writes in transactions: what it took back must not be read.
            "isolation.level": "read_committed",
            "enable.partition.eof": True,
        }
    )
    try:
        topic = consumer.list_topics(TOPIC, timeout=10).topics[TOPIC]
        if topic.error is not None:
            raise KafkaException(topic.error)
        unread = set(topic.partitions)
        consumer.assign([TopicPartition(TOPIC, partition, OFFSET_BEGINNING) for partition in unread])
        while unread or not once:
            record = consumer.poll(1.0)
            if record is None:
                continue
            if record.error() is None:
                yield record.key(), dict(record.headers()), record.value()
            elif record.error().name() == "_PARTITION_EOF":
                unread.discard(record.partition())
            else:
                raise KafkaException(record.error())
    finally:
        consumer.close()


def main(arguments):
    seen = OrderedDict()
    for _, headers, value in read(arguments[-1], "--once" in arguments):
        # A record may come twice; its event then has the same id.
        event = headers["ce_id"]
        if event in seen:
            continue
        seen[event] = True
        if len(seen) > REMEMBERED:
            seen.popitem(last=False)
        # Amounts are decimals: a float would change them.
        row = json.loads(value, parse_float=Decimal)
        fields = ("region", "year", "indicator", "value", "measure", "status", "reportId")
        print(*("null" if row[field] is None else row[field] for field in fields), sep="\t", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
