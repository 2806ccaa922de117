package se.vardrum.overview.web;

/** A short word on a state. @param color success, info, warning, danger or neutral; the words say it too */
public record TagView(String text, String color) {}
