package app.tidings.platform.broken;

class ItemManager {}
