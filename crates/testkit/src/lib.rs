//! What tests share: a cluster, a practice of one's own, a client as a role.
