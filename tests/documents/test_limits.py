"""The time that a document may take."""

from __future__ import annotations

import threading
import time

import pytest

from imbroglio.documents.limits import time_limit
from imbroglio.errors import DocumentError


def busy(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_work_without_end_is_ended() -> None:
    with pytest.raises(DocumentError, match=r"a: takes more than 0\.05 seconds") as error, time_limit("a", 0.05):
        busy(5)
    assert error.value.reason == "reader"


def test_what_is_quick_is_left_alone_and_waiting_is_no_work() -> None:
    with time_limit("a", 0.2):
        time.sleep(0.3)
    busy(0.3)


def test_other_threads_have_no_limit() -> None:
    done = []

    def work() -> None:
        with time_limit("a", 0.05):
            busy(0.1)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
