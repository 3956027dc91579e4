"""stub"""
KIND = "name"
def values(read, claims): return []
def relation(one, other): return "same", 1.0
