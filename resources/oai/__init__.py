"""OAI-PMH 2.0: the library for harvesters (openarchives.org/OAI/openarchivesprotocol.html), `oai_dc` and `nl_lom`."""
