import time

def count():
    return 0
