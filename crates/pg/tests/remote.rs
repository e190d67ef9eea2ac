//! A server on the network, as a managed one is: TLS, a password, and a URL that says how much to trust.

use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};

use pg::{Db, DbConfig, Embedded, EmbeddedConfig, Error, Scope};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

/// A cluster that listens on loopback, only with TLS and a password.
struct Remote {
    _embedded: Embedded,
    _room: tempfile::TempDir,
    port: u16,
    authority: PathBuf,
    stranger: PathBuf,
}

impl Remote {
    async fn start() -> Self {
        let permissions = std::fs::Permissions::from_mode(0o755);
        let room = tempfile::Builder::new().permissions(permissions).tempdir().expect("a directory");
        let config = EmbeddedConfig::new(room.path().join("data"));
        let first = Embedded::start(&config).expect("a cluster");
        let db = Db::connect(&DbConfig::new(first.connection_string())).await.expect("it answers");
        pg::migrate(&db, pg::migrate::SCHEMA).await.expect("migrated");
        let (owner, connection) = tokio_postgres::connect(first.connection_string(), tokio_postgres::NoTls)
            .await
            .expect("the owner");
        tokio::spawn(connection);
        owner.batch_execute("alter role cuspid password 'open sesame'").await.expect("a password");
        drop(db);
        first.stop();

        let cluster = room.path().join("data/cluster");
        let issuer = authority();
        let key = KeyPair::generate().expect("a key");
        let names = CertificateParams::new(["localhost".to_owned()]).expect("a name");
        let certificate = names.signed_by(&key, &issuer).expect("a certificate");
        write(&cluster, "server.crt", &certificate.pem());
        write(&cluster, "server.key", &key.serialize_pem());
        write(&cluster, "pg_hba.conf", "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n");
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
        let own = format!("ssl = on\nlisten_addresses = '127.0.0.1'\nport = {port}\n");
        write(&room.path().join("data"), "local.conf", &own);
        let authority_file = room.path().join("authority.pem");
        std::fs::write(&authority_file, issuer.pem()).expect("written");
        let stranger = room.path().join("stranger.pem");
        std::fs::write(&stranger, authority().pem()).expect("written");
        let embedded = Embedded::start(&config).expect("the same cluster");
        Self { _embedded: embedded, _room: room, port, authority: authority_file, stranger }
    }

    fn url(&self, password: &str, options: &str) -> DbConfig {
        DbConfig::new(format!("postgres://cuspid:{password}@localhost:{}/cuspid?{options}", self.port))
    }
}

fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority")
}

/// Writes a file as the cluster's owner, for nobody else to read.
fn write(dir: &Path, name: &str, text: &str) {
    let path = dir.join(name);
    std::fs::write(&path, text).expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("closed");
    let owner = std::fs::metadata(dir.join("../cluster/PG_VERSION"))
        .or(std::fs::metadata(dir.join("cluster/PG_VERSION")));
    let owner = owner.expect("a cluster");
    chown(&path, Some(owner.uid()), Some(owner.gid())).expect("given to the owner");
}

#[tokio::test]
async fn a_url_decides_how_a_server_on_the_network_is_reached() {
    let remote = Remote::start().await;
    let trusting = format!("sslmode=verify-full&sslrootcert={}", remote.authority.display());
    for options in ["sslmode=require", "sslmode=prefer", &trusting] {
        let db = Db::connect(&remote.url("open%20sesame", options)).await.expect(options);
        let scope = Scope::system("test");
        // Over the network the server admits nobody without TLS.
        let encrypted = "select inet_client_addr() is not null";
        let tx = db.begin(&scope).await.expect("a transaction");
        assert!(tx.query_one(encrypted, &[]).await.expect("an answer").get::<_, bool>(0), "{options}");
        let rows = db.point().query(&scope, encrypted, &[]).await.expect("an answer");
        assert_eq!(rows[0].column(0).as_deref(), Some(b"t".as_slice()), "{options}");
    }

    let wary = format!("sslmode=verify-full&sslrootcert={}", remote.stranger.display());
    let error = Db::connect(&remote.url("open%20sesame", &wary)).await.expect_err("an unknown authority");
    assert!(error.to_string().contains("certificate"), "{error}");
    let error =
        Db::connect(&remote.url("open%20sesame", "sslmode=disable")).await.expect_err("not encrypted");
    assert!(matches!(&error, Error::Config(why) if why.contains("no encryption")), "{error}");
    let error = Db::connect(&remote.url("guessed", "sslmode=require")).await.expect_err("a wrong password");
    assert!(matches!(error, Error::Config(_)), "{error}");
}
