import WaxwingCLI

await runWaxwing()
