export default async function stopMongod(): Promise<void> {}
