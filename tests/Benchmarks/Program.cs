Console.WriteLine("Pionir benchmarks");
