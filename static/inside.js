  // The single file: everything stands in this page, packed, and nothing is asked of anybody.
  function stored(name) {
    const text = atob(document.querySelector(`script[data-name="${CSS.escape(name)}"]`).textContent);
    return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  }
  async function unpacked(name) {
    await read;
    return new Response(new Blob([stored(name)]).stream().pipeThrough(new DecompressionStream("gzip")));
  }

  const bring = async (script) => (await read, window.programs[script]());
  // Unpacking takes time, and the rest of the first program may be wanted at once: it is not packed.
  const compileNow = (wasm) => new WebAssembly.Module(stored(wasm));
  const compile = async (wasm) => (wasm === rest ? compileNow(wasm) : WebAssembly.compile(await (await unpacked(wasm)).arrayBuffer()));
  // Every sheet is in force from the start.
  const dress = async () => {};
  // The program asks its host for a text that something has changed in the page, and for the example.
  window.fetch = (address) => unpacked(String(address));
