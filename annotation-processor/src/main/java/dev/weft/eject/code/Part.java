package dev.weft.eject.code;

/** What a region is made of. */
public sealed interface Part permits State, Region {}
