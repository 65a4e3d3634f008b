// Plain JavaScript on purpose: npm runs this with the machine's own Node, which may be older than the one the package brings.
