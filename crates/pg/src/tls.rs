//! The connection URL and its encryption.

use std::path::PathBuf;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio_postgres::Config;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::Error;
use crate::error::causes;

/// Encrypts connections as the URL's `sslmode` says.
pub(crate) type Tls = MakeRustlsConnect;

/// Reads a URL: `sslmode` means what it means to libpq. `prefer` (the default) and `require` encrypt
/// without asking who the server is, unless `sslrootcert` names whom to trust; `verify-ca` and
/// `verify-full` check the certificate and its name against `sslrootcert` or the system's authorities.
pub(crate) fn parse(url: &str) -> Result<(Config, Tls), Error> {
    let (url, verify, root) = split_tls_options(url);
    let config: Config = url.parse().map_err(|error| Error::Config(causes(&error)))?;
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Config(error.to_string()))?;
    let client = if verify || root.is_some() {
        builder.with_root_certificates(trusted(root)?).with_no_client_auth()
    } else {
        builder
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(AnyServer(provider)))
            .with_no_client_auth()
    };
    Ok((config, MakeRustlsConnect::new(client)))
}

/// Takes out what the driver does not understand: `sslrootcert`, and the two modes that verify.
fn split_tls_options(url: &str) -> (String, bool, Option<PathBuf>) {
    let parts = if url.starts_with("postgres") { url.split_once('?') } else { None };
    let Some((base, query)) = parts else {
        return (url.to_owned(), false, None);
    };
    let mut verify = false;
    let mut root = None;
    let mut kept: Vec<&str> = Vec::new();
    for pair in query.split('&') {
        match pair.split_once('=') {
            Some(("sslmode", "verify-ca" | "verify-full")) => {
                verify = true;
                kept.push("sslmode=require");
            }
            Some(("sslrootcert", path)) => root = Some(PathBuf::from(path.replace("%2F", "/"))),
            _ => kept.push(pair),
        }
    }
    let url = if kept.is_empty() { base.to_owned() } else { format!("{base}?{}", kept.join("&")) };
    (url, verify, root)
}

fn trusted(root: Option<PathBuf>) -> Result<RootCertStore, Error> {
    let mut store = RootCertStore::empty();
    match root {
        Some(path) => {
            let unreadable = |error: &dyn std::fmt::Display| {
                Error::Config(format!("sslrootcert {}: {error}", path.display()))
            };
            for certificate in CertificateDer::pem_file_iter(&path).map_err(|error| unreadable(&error))? {
                let certificate = certificate.map_err(|error| unreadable(&error))?;
                store.add(certificate).map_err(|error| unreadable(&error))?;
            }
        }
        None => {
            store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if store.is_empty() {
        return Err(Error::Config("no certificate authority to verify the server with".into()));
    }
    Ok(store)
}

/// Encrypts without knowing with whom, which is what `sslmode=require` means.
#[derive(Debug)]
struct AnyServer(Arc<CryptoProvider>);

impl ServerCertVerifier for AnyServer {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verifying_modes_and_the_authority_are_taken_out_of_the_url() {
        let (url, verify, root) = split_tls_options(
            "postgres://u@h/d?sslmode=verify-full&application_name=x&sslrootcert=%2Fetc%2Fca.pem",
        );
        assert_eq!(url, "postgres://u@h/d?sslmode=require&application_name=x");
        assert!(verify);
        assert_eq!(root, Some(PathBuf::from("/etc/ca.pem")));
    }

    #[test]
    fn a_url_that_asks_for_nothing_stays_as_it_is() {
        assert_eq!(split_tls_options("host=/run dbname=x"), ("host=/run dbname=x".to_owned(), false, None));
    }

    #[test]
    fn an_authority_that_cannot_be_read_is_named() {
        let error = parse("postgres://u@h/d?sslrootcert=/nowhere.pem").map(drop).unwrap_err();
        assert!(error.to_string().contains("/nowhere.pem"), "{error}");
    }
}
