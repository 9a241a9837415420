"""Anybody who can choose: written lines of play, lazy strategies, chance. They use only the contract of Playthrough."""

from engine.players.bots import BOTS, player
from engine.players.written import Player, WrittenLine, play_out

__all__ = ["BOTS", "Player", "WrittenLine", "play_out", "player"]
