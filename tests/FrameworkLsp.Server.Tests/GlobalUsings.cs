global using FrameworkLsp.Testing;
global using NUnit.Framework;
