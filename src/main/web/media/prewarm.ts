/** What the first connection of a page would otherwise make while somebody waits. */
export interface Warm {
  certificate: RTCCertificate | null;
  /** A connection, given once; it takes its servers when they are known. */
  spare: RTCPeerConnection | null;
}

/** Makes the key and one connection ahead, and lets the browser load its codecs. */
export async function prewarm(): Promise<Warm> {
  try {
    const certificate = await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as EcKeyGenParams);
    const spare = new RTCPeerConnection({ certificates: [certificate], bundlePolicy: 'max-bundle' });
    void loadCodecs();
    return { certificate, spare };
  } catch {
    return { certificate: null, spare: null };
  }
}

/** The first connection of all, or the one that was made ahead. */
export function fromWarm(warm: Warm): (config: RTCConfiguration) => RTCPeerConnection {
  return (config) => {
    const spare = warm.spare;
    warm.spare = null;
    if (!spare) return new RTCPeerConnection(config);
    spare.setConfiguration(config);
    return spare;
  };
}

async function loadCodecs(): Promise<void> {
  const pc = new RTCPeerConnection();
  pc.addTransceiver('audio');
  pc.addTransceiver('video');
  await pc.createOffer();
  pc.close();
}
