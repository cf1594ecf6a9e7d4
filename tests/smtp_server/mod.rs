//! A mail server for tests, on this machine: it does what it is told at each step, and remembers what it took.
#![allow(dead_code, clippy::unwrap_used)]
// The program itself has no such types: lettre opens its connection. A server has to listen.
#![allow(clippy::disallowed_types)]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A moment at which the server may do something else than what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Somebody connected, for the nth time from 0.
    Connect(usize),
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO` this address.
    Rcpt(String),
    /// `DATA` of a message to this address.
    Data(String),
    /// In the middle of a message to this address.
    Half(String),
    /// The end of a message to this address.
    End(String),
}

/// What it does then.
#[derive(Debug, Clone)]
pub enum Act {
    /// What it should.
    Go,
    /// Says this instead.
    Say(&'static str),
    /// Hangs up.
    Drop,
    /// Takes the message and hangs up instead of saying so.
    TakeAndDrop,
    /// Waits, then goes on.
    Wait(Duration),
    /// Tells the test that it is there, and says nothing more.
    Hold,
}

/// How it encrypts.
#[derive(Clone)]
pub enum Encrypts {
    Never,
    FromStart(Arc<ServerConfig>),
    OnRequest(Arc<ServerConfig>),
}

/// A message that it took.
#[derive(Debug, Clone)]
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub bytes: Vec<u8>,
}

type Rule = dyn FnMut(&Step) -> Act + Send;

pub struct Server {
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    connections: Arc<AtomicUsize>,
    /// All lines that it got in the clear.
    clear: Arc<Mutex<Vec<String>>>,
    held: Mutex<Receiver<Step>>,
}

/// What every conversation needs.
struct Shared {
    rule: Mutex<Box<Rule>>,
    taken: Arc<Mutex<Vec<Taken>>>,
    clear: Arc<Mutex<Vec<String>>>,
    held: Mutex<Sender<Step>>,
    encrypts: Encrypts,
    login: Option<(&'static str, &'static str, &'static str)>,
}

impl Server {
    /// Does at each step what the rule says.
    pub fn new(rule: impl FnMut(&Step) -> Act + Send + 'static) -> Self {
        Self::with(Encrypts::Never, None, rule)
    }

    /// The same with encryption and a login: mechanism (PLAIN or LOGIN), name, password.
    pub fn with(
        encrypts: Encrypts,
        login: Option<(&'static str, &'static str, &'static str)>,
        rule: impl FnMut(&Step) -> Act + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell, held) = channel();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let clear = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let shared = Arc::new(Shared {
            rule: Mutex::new(Box::new(rule)),
            taken: taken.clone(),
            clear: clear.clone(),
            held: Mutex::new(tell),
            encrypts,
            login,
        });
        let count = connections.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(stream), shared) = (stream, shared.clone()) else { continue };
                let nth = count.fetch_add(1, Ordering::SeqCst);
                std::thread::spawn(move || shared.serve(stream, nth).is_some());
            }
        });
        Self { port, taken, connections, clear, held: Mutex::new(held) }
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// The recipients of what it took, sorted.
    pub fn recipients(&self) -> Vec<String> {
        let mut all: Vec<String> = self.taken().into_iter().flat_map(|taken| taken.to).collect();
        all.sort();
        all
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub fn clear(&self) -> Vec<String> {
        self.clear.lock().unwrap().clone()
    }

    /// Waits until the server holds.
    pub fn wait_for_hold(&self) -> Step {
        self.held.lock().unwrap().recv_timeout(Duration::from_secs(60)).expect("the server was never told to hold")
    }
}

/// A conversation: encrypted or not.
enum Talk {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
    Gone,
}

struct Session {
    talk: Talk,
    got: Vec<u8>,
}

impl Session {
    fn more(&mut self) -> Option<()> {
        let mut buffer = [0; 4096];
        let n = match &mut self.talk {
            Talk::Plain(stream) => stream.read(&mut buffer),
            Talk::Tls(stream) => stream.read(&mut buffer),
            Talk::Gone => Ok(0),
        };
        let n = n.ok().filter(|n| *n > 0)?;
        self.got.extend_from_slice(&buffer[..n]);
        Some(())
    }

    fn line(&mut self) -> Option<Vec<u8>> {
        loop {
            if let Some(end) = self.got.windows(2).position(|two| two == b"\r\n") {
                let line = self.got[..end].to_vec();
                self.got.drain(..end + 2);
                return Some(line);
            }
            self.more()?;
        }
    }

    fn say(&mut self, text: &str) -> Option<()> {
        let text = format!("{text}\r\n");
        match &mut self.talk {
            Talk::Plain(stream) => stream.write_all(text.as_bytes()).ok(),
            Talk::Tls(stream) => stream.write_all(text.as_bytes()).and_then(|()| stream.flush()).ok(),
            Talk::Gone => None,
        }
    }

    fn encrypt(&mut self, config: &Arc<ServerConfig>) {
        assert!(self.got.is_empty(), "something was said between STARTTLS and encryption");
        if let Talk::Plain(stream) = std::mem::replace(&mut self.talk, Talk::Gone) {
            let connection = ServerConnection::new(config.clone()).unwrap();
            self.talk = Talk::Tls(Box::new(StreamOwned::new(connection, stream)));
        }
    }

    fn is_clear(&self) -> bool {
        matches!(self.talk, Talk::Plain(_))
    }
}

impl Shared {
    /// What to do; `None` hangs up, `Some(true)` goes on, `Some(false)` has said something else.
    fn act(&self, session: &mut Session, step: Step) -> Option<bool> {
        let act = (self.rule.lock().unwrap())(&step);
        match act {
            Act::Go => Some(true),
            Act::Say(text) => {
                session.say(text)?;
                Some(false)
            }
            Act::Drop | Act::TakeAndDrop => {
                if let Talk::Plain(stream) = &session.talk {
                    let _ = stream.shutdown(Shutdown::Both);
                }
                None
            }
            Act::Wait(time) => {
                std::thread::sleep(time);
                Some(true)
            }
            Act::Hold => {
                self.held.lock().unwrap().send(step).unwrap();
                // Until the other side is gone.
                while session.more().is_some() {}
                None
            }
        }
    }

    fn serve(&self, stream: TcpStream, nth: usize) -> Option<()> {
        let mut session = Session { talk: Talk::Plain(stream), got: Vec::new() };
        if let Encrypts::FromStart(config) = &self.encrypts {
            session.encrypt(config);
        }
        if !self.act(&mut session, Step::Connect(nth))? {
            return None;
        }
        session.say("220 mail.test ready")?;
        let mut logged_in = self.login.is_none();
        let (mut from, mut to) = (String::new(), Vec::<String>::new());
        loop {
            let line = String::from_utf8_lossy(&session.line()?).into_owned();
            if session.is_clear() {
                self.clear.lock().unwrap().push(line.clone());
            }
            let upper = line.to_uppercase();
            let address = |line: &str| line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
            let first = to.first().cloned().unwrap_or_default();
            if upper.starts_with("EHLO") {
                session.say("250-mail.test")?;
                if session.is_clear() && matches!(self.encrypts, Encrypts::OnRequest(_)) {
                    session.say("250-STARTTLS")?;
                } else if let Some((mechanism, _, _)) = self.login {
                    session.say(&format!("250-AUTH {mechanism}"))?;
                }
                session.say("250 HELP")?;
            } else if upper == "STARTTLS" {
                let Encrypts::OnRequest(config) = &self.encrypts else {
                    session.say("502 no")?;
                    continue;
                };
                session.say("220 go on")?;
                session.encrypt(config);
            } else if upper.starts_with("AUTH") {
                logged_in = self.log_in(&mut session, &line)?;
                session.say(if logged_in { "235 welcome" } else { "535 5.7.8 wrong name or password" })?;
            } else if upper == "NOOP" || upper == "RSET" {
                (from, to) = (String::new(), Vec::new());
                session.say("250 ok")?;
            } else if upper == "QUIT" {
                session.say("221 bye")?;
                return None;
            } else if !logged_in {
                session.say("530 log in first")?;
            } else if upper.starts_with("MAIL FROM:") {
                if self.act(&mut session, Step::Mail)? {
                    from = address(&line);
                    session.say("250 ok")?;
                }
            } else if upper.starts_with("RCPT TO:") {
                if self.act(&mut session, Step::Rcpt(address(&line)))? {
                    to.push(address(&line));
                    session.say("250 ok")?;
                }
            } else if upper == "DATA" {
                if !self.act(&mut session, Step::Data(first.clone()))? {
                    continue;
                }
                session.say("354 go on")?;
                let mut bytes = Vec::new();
                let mut lines = 0;
                loop {
                    let line = session.line()?;
                    lines += 1;
                    if lines == 20 {
                        self.act(&mut session, Step::Half(first.clone()))?;
                    }
                    if line == b"." {
                        break;
                    }
                    bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
                    bytes.extend_from_slice(b"\r\n");
                }
                let taken = Taken { from: from.clone(), to: std::mem::take(&mut to), bytes };
                let act = (self.rule.lock().unwrap())(&Step::End(first.clone()));
                match act {
                    Act::Go => {
                        self.taken.lock().unwrap().push(taken);
                        session.say("250 2.0.0 taken as 4711")?;
                    }
                    Act::TakeAndDrop => {
                        self.taken.lock().unwrap().push(taken);
                        return None;
                    }
                    Act::Say(text) => session.say(text)?,
                    Act::Drop => return None,
                    Act::Wait(time) => {
                        std::thread::sleep(time);
                        self.taken.lock().unwrap().push(taken);
                        session.say("250 2.0.0 taken late")?;
                    }
                    Act::Hold => {
                        self.held.lock().unwrap().send(Step::End(first)).unwrap();
                        while session.more().is_some() {}
                        return None;
                    }
                }
            } else {
                session.say("500 what?")?;
            }
        }
    }

    fn log_in(&self, session: &mut Session, line: &str) -> Option<bool> {
        use base64::Engine as _;
        let decode = |text: &str| {
            let bytes = base64::engine::general_purpose::STANDARD.decode(text.trim()).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let (mechanism, name, password) = self.login?;
        let mut words = line.split(' ').skip(1);
        if words.next()? != mechanism {
            return Some(false);
        }
        if mechanism == "PLAIN" {
            return Some(decode(words.next()?) == format!("\0{name}\0{password}"));
        }
        session.say("334 VXNlcm5hbWU6")?;
        let typed = decode(&String::from_utf8_lossy(&session.line()?));
        session.say("334 UGFzc3dvcmQ6")?;
        let secret = decode(&String::from_utf8_lossy(&session.line()?));
        Some((typed.as_str(), secret.as_str()) == (name, password))
    }
}

/// A certificate for 127.0.0.1 that signs itself: PEM for the client, and the server's side.
pub fn certificate() -> (String, Arc<ServerConfig>) {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned(), "localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    (made.cert.pem(), Arc::new(config))
}
