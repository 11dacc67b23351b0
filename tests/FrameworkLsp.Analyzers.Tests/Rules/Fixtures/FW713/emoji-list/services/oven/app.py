print("oven")
