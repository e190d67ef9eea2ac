//! The Cuspid platform: HTTP, actions, configuration and the command line.
