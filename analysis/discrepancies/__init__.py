"""Where articles that tell the same fact differ → the table `discrepancies`."""
