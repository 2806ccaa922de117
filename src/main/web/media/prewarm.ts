/**
 * What the first connection of a page would otherwise do while somebody waits: make a key, load the codecs. Resolves to
 * the certificate, or to null where the browser cannot make one ahead.
 */
export async function prewarm(): Promise<RTCCertificate | null> {
  try {
    const certificate = await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as EcKeyGenParams);
    void loadCodecs(certificate);
    return certificate;
  } catch {
    return null;
  }
}

async function loadCodecs(certificate: RTCCertificate): Promise<void> {
  const pc = new RTCPeerConnection({ certificates: [certificate] });
  pc.addTransceiver('audio');
  pc.addTransceiver('video');
  await pc.createOffer();
  pc.close();
}
